import { useText } from '../../shared/language/LanguageProvider.tsx'
import { SelectField, TextField } from '../../shared/ui/FormField.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { QuietText, Stack } from '../../shared/ui/Stack.tsx'
import { HintedField } from '../parts/HintedField.tsx'
import { rulesIn } from './new-customer-values.ts'
import { type AccountFieldsProps, useFieldStyles } from './account-fields.ts'

/** The full address as the country writes it: postal code and state by its rules, free text where we know none. */
export function AddressFields({ form, rules, hints }: AccountFieldsProps) {
  const styles = useFieldStyles()
  const { t } = useText()
  const own = rulesIn(rules, form.values.country)
  const example = own?.postalCodeExample
  return (
    <Panel title={t('newCustomer.address')}>
      <Stack>
        <QuietText>{t('newCustomer.addressHint')}</QuietText>
        <HintedField remarks={hints} field="addressLine1">
          <TextField field={form.field('addressLine1')} label={t('newCustomer.addressLine1')} autoComplete="off" maxLength={200} />
        </HintedField>
        <TextField field={form.field('addressLine2')} label={t('newCustomer.addressLine2')} autoComplete="off" maxLength={200} />
        <div className={styles.pair}>
          {own?.postalCode !== 'none' && (
            <TextField field={form.field('postalCode')} label={t('newCustomer.postalCode')} hint={example ? t('newCustomer.postalCodeHint', { example }) : undefined} autoComplete="off" maxLength={20} />
          )}
          <TextField field={form.field('city')} label={t('newCustomer.city')} autoComplete="off" maxLength={100} />
        </div>
        {own && own.states.length > 0 ? (
          <SelectField
            field={form.field('state')}
            label={t('newCustomer.state')}
            choices={[{ value: '', label: t('newCustomer.chooseState') }, ...own.states.map((state) => ({ value: state, label: state }))]}
          />
        ) : (
          <TextField field={form.field('state')} label={t('newCustomer.state')} autoComplete="off" maxLength={100} />
        )}
      </Stack>
    </Panel>
  )
}
