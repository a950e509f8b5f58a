import { Button } from '@fluentui/react-components'
import { api } from '../../api/api.ts'
import { sessionQuery, useSignedIn } from '../../api/session.ts'
import { ChangedMeanwhile } from '../../form/ChangedMeanwhile.tsx'
import { Form } from '../../form/Form.tsx'
import { useVersionedForm } from '../../form/use-versioned-form.ts'
import { capitalized } from '../../language/capitalized.ts'
import { useFormats, useText } from '../../language/LanguageProvider.tsx'
import { SelectField, TextField } from '../../ui/FormField.tsx'
import { tenantKey, type TenantView } from './settings-api.ts'
import { timeZones } from './time-zones.ts'

export type EditContactFormProps = { tenant: TenantView; etag: string; onSaved: () => void; onCancel: () => void }

export function EditContactForm({ tenant, etag, onSaved, onCancel }: EditContactFormProps) {
  const { t } = useText()
  const formats = useFormats()
  const languages = useLanguageChoices(tenant.language)
  const labels = {
    contactName: t('settings.contactName'),
    contactMail: t('settings.contactMail'),
    contactPhone: t('settings.contactPhone'),
    language: t('settings.tenantLanguage'),
    timeZone: t('settings.timeZone'),
  }
  const current = {
    contactName: tenant.contactName ?? '',
    contactMail: tenant.contactMail ?? '',
    contactPhone: tenant.contactPhone ?? '',
    language: tenant.language,
    timeZone: tenant.timeZone,
  }
  const { form, act, submit, conflict, blockedBecause } = useVersionedForm({
    current,
    etag,
    labels,
    required: ['language', 'timeZone'],
    send: (changed, ifMatch) => api.patch('/tenant', { body: orNull(changed), ifMatch }),
    // The session carries the time zone in which every page shows its instants.
    changes: [tenantKey, sessionQuery.queryKey],
    onSaved,
    shown: (name, value) => (name === 'language' ? capitalized(formats.language(value)) : value),
  })
  return (
    <Form form={form} act={act} onSubmit={submit} submitLabel={t('shell.save')} blockedBecause={blockedBecause} besideSubmit={<Button onClick={onCancel}>{t('shell.cancel')}</Button>}>
      <ChangedMeanwhile conflict={conflict} />
      <TextField field={form.field('contactName')} label={labels.contactName} autoComplete="off" maxLength={100} />
      <TextField field={form.field('contactMail')} label={labels.contactMail} type="email" autoComplete="off" maxLength={254} />
      <TextField field={form.field('contactPhone')} label={labels.contactPhone} type="tel" autoComplete="off" maxLength={40} />
      <SelectField field={form.field('language')} label={labels.language} hint={t('settings.tenantLanguageHint')} choices={languages} />
      <SelectField field={form.field('timeZone')} label={labels.timeZone} hint={t('settings.timeZoneHint')} choices={timeZones(tenant.timeZone).map((value) => ({ value, label: value }))} />
    </Form>
  )
}

/** An emptied field is known to be empty: null, not a blank. */
function orNull(changed: Partial<Record<string, string>>) {
  return Object.fromEntries(Object.entries(changed).map(([name, value]) => [name, value?.trim() || null]))
}

/** Letters to the organization come in its language, so every language of the cloud's letters is offered. */
function useLanguageChoices(current: string) {
  const formats = useFormats()
  const { cloud, installation } = useSignedIn()
  const tags = new Set<string>([current, ...installation.languages, ...cloud.draftLanguages])
  return [...tags].map((value) => ({ value, label: capitalized(formats.language(value)) })).sort((one, other) => one.label.localeCompare(other.label))
}
