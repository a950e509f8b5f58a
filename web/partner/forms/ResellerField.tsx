import { useText } from '../../shared/language/LanguageProvider.tsx'
import { KeyValueList } from '../../shared/ui/KeyValueList.tsx'
import { SelectField } from '../../shared/ui/FormField.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import type { CreationRequest } from '../parts/creation-request-api.ts'
import { useResellers } from '../parts/use-shared-filter.ts'
import type { AccountFieldsProps } from './account-fields.ts'

/** The reseller that a provider adds the customer for (S1.L1.2); only those in partnership can be named (S1.L1.9). Where it completes a request, the one that asked, fixed. */
export function ResellerField({ form, asked }: Pick<AccountFieldsProps, 'form'> & { asked: CreationRequest | undefined }) {
  const { t } = useText()
  const resellers = useResellers()
  if (asked?.partner) {
    return (
      <Panel title={t('partnerships.side.reseller')}>
        <KeyValueList items={[{ key: t('creationRequests.askedBy'), value: asked.partner.name }, asked.note !== null && { key: t('creationRequests.noteFrom'), value: asked.note }]} />
      </Panel>
    )
  }
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
