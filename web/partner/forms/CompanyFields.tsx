import { useSignedIn } from '../../shared/api/session.ts'
import { useFormats, useText } from '../../shared/language/LanguageProvider.tsx'
import { SelectField, TextField } from '../../shared/ui/FormField.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { Stack } from '../../shared/ui/Stack.tsx'
import { HintedField } from '../parts/HintedField.tsx'
import { ExistingCustomer } from '../parts/ExistingCustomer.tsx'
import { DomainField } from './DomainField.tsx'
import { billLanguages, rulesIn } from './new-customer-values.ts'
import { type AccountFieldsProps, useFieldStyles } from './account-fields.ts'

/** Name, country, language, domain, and the number in the register where the country asks for it [S1.L1.4] [S1.L1.8]. */
export function CompanyFields({ form, rules, hints }: AccountFieldsProps) {
  const styles = useFieldStyles()
  const { t } = useText()
  const { values } = form
  const own = rulesIn(rules, values.country)
  return (
    <Panel title={t('newCustomer.company')}>
      <Stack>
        <HintedField remarks={hints} field="companyName">
          <TextField field={form.field('companyName')} label={t('newCustomer.companyName')} hint={t('newCustomer.companyNameHint')} autoComplete="off" maxLength={100} />
        </HintedField>
        <div className={styles.pair}>
          <CountryField form={form} rules={rules} />
          <LanguageField form={form} />
        </div>
        <ExistingCustomer values={values} />
        <DomainField form={form} rules={rules} />
        {own?.registrationNumber === 'required' && (
          <TextField field={form.field('registrationNumber')} label={t('newCustomer.registrationNumber')} hint={t('newCustomer.registrationHint')} autoComplete="off" maxLength={30} />
        )}
      </Stack>
    </Panel>
  )
}

function CountryField({ form, rules }: Omit<AccountFieldsProps, 'hints'>) {
  const { t } = useText()
  const formats = useFormats()
  const choices = rules.countries
    .map(({ country }) => ({ value: country, label: formats.country(country) }))
    .sort((one, other) => one.label.localeCompare(other.label))
  const field = form.field('country')
  const choose = (country: string) => {
    const [before, next] = [rulesIn(rules, form.values.country), rulesIn(rules, country)]
    field.onChange(country)
    // The language follows the country until somebody chose another one.
    if (next && form.values.language === before?.language) form.set('language', next.language)
    if (next && next.states.length > 0 && !next.states.includes(form.values.state)) form.set('state', '')
  }
  return <SelectField field={{ ...field, onChange: choose }} label={t('newCustomer.country')} choices={choices} />
}

function LanguageField({ form }: Pick<AccountFieldsProps, 'form'>) {
  const { t } = useText()
  const formats = useFormats()
  const { cloud } = useSignedIn()
  const known = new Set([...billLanguages, ...cloud.draftLanguages.map((tag) => tag.slice(0, 2)), form.values.language])
  const choices = [...known].map((value) => ({ value, label: formats.language(value) })).sort((one, other) => one.label.localeCompare(other.label))
  return <SelectField field={form.field('language')} label={t('newCustomer.language')} choices={choices} />
}

