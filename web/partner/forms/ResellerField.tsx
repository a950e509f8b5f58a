import { useText } from '../../shared/language/LanguageProvider.tsx'
import { SelectField } from '../../shared/ui/FormField.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { useResellers } from '../parts/use-shared-filter.ts'
import type { AccountFieldsProps } from './account-fields.ts'

/** The reseller that a provider adds the customer for (S1.L1.2); only those in partnership can be named (S1.L1.9). */
export function ResellerField({ form }: Pick<AccountFieldsProps, 'form'>) {
  const { t } = useText()
  const resellers = useResellers()
  if (resellers.length === 0) return null
  return (
    <Panel title={t('partnerships.side.reseller')}>
      <SelectField
        field={form.field('resellerId')}
        label={t('partnerships.forReseller')}
        hint={t('partnerships.forResellerHint')}
        choices={[{ value: '', label: t('partnerships.noReseller') }, ...resellers]}
      />
    </Panel>
  )
}
