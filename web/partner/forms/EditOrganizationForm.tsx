import { Button } from '@fluentui/react-components'
import { api } from '../../shared/api/api.ts'
import { useSignedIn } from '../../shared/api/session.ts'
import { ChangedMeanwhile } from '../../shared/form/ChangedMeanwhile.tsx'
import { Form } from '../../shared/form/Form.tsx'
import { useVersionedForm } from '../../shared/form/use-versioned-form.ts'
import { useFormats, useText } from '../../shared/language/LanguageProvider.tsx'
import { SelectField, TextField } from '../../shared/ui/FormField.tsx'
import { customerKey, type Organization } from '../parts/customer-api.ts'

export type EditOrganizationFormProps = { customerId: string; organization: Organization; etag: string; onSaved: () => void; onCancel: () => void }

/** The customer's contact data, changed on its behalf. */
export function EditOrganizationForm({ customerId, organization, etag, onSaved, onCancel }: EditOrganizationFormProps) {
  const { t } = useText()
  const formats = useFormats()
  const { cloud } = useSignedIn()
  const { contactName, contactMail, contactPhone, language } = organization
  const labels = {
    contactName: t('customerAccount.contactName'),
    contactMail: t('customerAccount.contactMail'),
    contactPhone: t('customerAccount.contactPhone'),
    language: t('customerAccount.language'),
  }
  const { form, act, submit, conflict, blockedBecause } = useVersionedForm({
    current: { contactName: contactName ?? '', contactMail: contactMail ?? '', contactPhone: contactPhone ?? '', language },
    etag,
    labels,
    required: ['language'],
    send: (changed, ifMatch) => api.patch(`/customers/${customerId}/organization`, { body: orNull(changed), ifMatch }),
    changes: [customerKey(customerId)],
    onSaved,
    shown: (name, value) => (name === 'language' && value ? formats.language(value) : value),
  })
  const languages = [...new Set([language, ...cloud.draftLanguages])].map((value) => ({ value, label: formats.language(value) }))
  return (
    <Form form={form} act={act} onSubmit={submit} submitLabel={t('shell.save')} blockedBecause={blockedBecause} besideSubmit={<Button onClick={onCancel}>{t('shell.cancel')}</Button>}>
      <ChangedMeanwhile conflict={conflict} />
      <TextField field={form.field('contactName')} label={labels.contactName} autoComplete="off" maxLength={100} />
      <TextField field={form.field('contactMail')} label={labels.contactMail} type="email" autoComplete="off" maxLength={254} />
      <TextField field={form.field('contactPhone')} label={labels.contactPhone} type="tel" autoComplete="off" maxLength={40} />
      <SelectField field={form.field('language')} label={labels.language} choices={languages} />
    </Form>
  )
}

/** An emptied field is known to be empty: null, not a blank. */
function orNull(changed: Partial<Record<string, string>>) {
  return Object.fromEntries(Object.entries(changed).map(([name, value]) => [name, value?.trim() || null]))
}
