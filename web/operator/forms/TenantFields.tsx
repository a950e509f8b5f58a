import { makeStyles, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { FormState } from '../../shared/form/use-form.ts'
import { capitalized } from '../../shared/language/capitalized.ts'
import { useFormats, useLocalName, useText } from '../../shared/language/LanguageProvider.tsx'
import { timeZones } from '../../shared/pages/settings/time-zones.ts'
import { SelectField, TextField } from '../../shared/ui/FormField.tsx'
import { cloudsQuery } from '../parts/operator-api.ts'
import type { TenantFieldName } from './tenant-values.ts'

const useStyles = makeStyles({
  group: { display: 'flex', flexDirection: 'column', rowGap: '16px', margin: 0, padding: 0, border: 0, minWidth: 0 },
  legend: { padding: 0, marginBottom: '12px', fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  pair: { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(min(180px, 100%), 1fr))', gap: '16px', alignItems: 'start' },
})

export type TenantFieldsProps = {
  form: FormState<TenantFieldName>
  labels: Record<TenantFieldName, string>
  adminHint: string
  /** Further facts of the organization. */
  children?: ReactNode
}

/** The organization and its first administrator: the same for a partner that is enrolled and a customer that is imported. */
export function TenantFields({ form, labels, adminHint, children }: TenantFieldsProps) {
  const styles = useStyles()
  const { t } = useText()
  const choices = useChoices(form)
  const { primaryDomain, timeZone } = form.values
  return (
    <>
      <fieldset className={styles.group}>
        <legend className={styles.legend}>{t('operator.theOrganization')}</legend>
        <TextField field={form.field('name')} label={labels.name} autoComplete="off" maxLength={100} />
        <div className={styles.pair}>
          <SelectField field={form.field('cloud')} label={labels.cloud} choices={choices.clouds} />
          <SelectField field={form.field('country')} label={labels.country} choices={choices.countries} />
        </div>
        <TextField field={form.field('primaryDomain')} label={labels.primaryDomain} hint={t('operator.domainHint')} autoComplete="off" maxLength={253} />
        <div className={styles.pair}>
          <SelectField field={form.field('language')} label={labels.language} choices={choices.languages} />
          <SelectField field={form.field('timeZone')} label={labels.timeZone} choices={timeZones(timeZone).map((value) => ({ value, label: value }))} />
        </div>
        {children}
      </fieldset>
      <fieldset className={styles.group}>
        <legend className={styles.legend}>{t('operator.firstAdministrator')}</legend>
        <TextField field={form.field('displayName')} label={labels.displayName} hint={adminHint} autoComplete="off" maxLength={100} />
        <TextField field={form.field('mail')} label={labels.mail} type="email" autoComplete="off" maxLength={254} />
        <TextField
          field={form.field('userPrincipalName')}
          label={labels.userPrincipalName}
          hint={t('operator.userNameHint', { domain: primaryDomain.trim() || t('operator.thePrimaryDomain') })}
          type="email"
          autoComplete="off"
          maxLength={320}
        />
      </fieldset>
    </>
  )
}

const customerLanguages = ['en', 'es', 'de', 'zh-Hans'] as const

function useChoices(form: FormState<TenantFieldName>) {
  const { t } = useText()
  const formats = useFormats()
  const localName = useLocalName()
  const clouds = useQuery(cloudsQuery).data?.items ?? []
  const none = { value: '', label: t('operator.choose') }
  const countries = clouds.find(({ id }) => id === form.values.cloud)?.countries ?? []
  const byLabel = (one: { label: string }, other: { label: string }) => one.label.localeCompare(other.label)
  return {
    clouds: [none, ...clouds.map(({ id, name }) => ({ value: id, label: localName(name) }))],
    countries: [none, ...countries.map((value) => ({ value, label: formats.country(value) })).sort(byLabel)],
    languages: customerLanguages.map((value) => ({ value, label: capitalized(formats.language(value)) })),
  }
}
