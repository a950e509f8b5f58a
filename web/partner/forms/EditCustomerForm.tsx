import { Button, makeStyles } from '@fluentui/react-components'
import { api } from '../../shared/api/api.ts'
import { useSignedIn } from '../../shared/api/session.ts'
import { ChangedMeanwhile } from '../../shared/form/ChangedMeanwhile.tsx'
import { Form } from '../../shared/form/Form.tsx'
import { useVersionedForm } from '../../shared/form/use-versioned-form.ts'
import { useFormats, useText } from '../../shared/language/LanguageProvider.tsx'
import { SelectField, TextField } from '../../shared/ui/FormField.tsx'
import { customerKey, customersKey, type Customer } from '../parts/customer-api.ts'
import { bodyOf, fieldNames, valuesOf, type CustomerValues } from './customer-values.ts'

const useStyles = makeStyles({
  pair: { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(min(180px, 100%), 1fr))', gap: '16px' },
})

export type EditCustomerFormProps = { customer: Customer; etag: string; onSaved: () => void; onCancel: () => void }

/** Company and billing data. Where somebody else saved first, both versions are shown before anything is overwritten. */
export function EditCustomerForm({ customer, etag, onSaved, onCancel }: EditCustomerFormProps) {
  const styles = useStyles()
  const { t } = useText()
  const formats = useFormats()
  const labels = useLabels()
  const languages = useLanguageChoices(customer.billing.language ?? '')
  const { form, act, submit, conflict, blockedBecause } = useVersionedForm<keyof CustomerValues>({
    current: valuesOf(customer),
    etag,
    labels,
    required: ['companyName'],
    send: (changed, ifMatch) => api.patch(`/customers/${customer.customerId}`, { body: bodyOf(changed), ifMatch }),
    changes: [customerKey(customer.customerId), customersKey],
    onSaved,
    shown: (name, value) => (name === 'language' && value ? formats.language(value) : value),
  })
  return (
    <Form form={form} act={act} onSubmit={submit} submitLabel={t('shell.save')} blockedBecause={blockedBecause} besideSubmit={<Button onClick={onCancel}>{t('shell.cancel')}</Button>}>
      <ChangedMeanwhile conflict={conflict} />
      <TextField field={form.field('companyName')} label={labels.companyName} hint={t('customerAccount.companyNameHint')} autoComplete="off" maxLength={100} />
      <div className={styles.pair}>
        <TextField field={form.field('firstName')} label={labels.firstName} autoComplete="off" maxLength={100} />
        <TextField field={form.field('lastName')} label={labels.lastName} autoComplete="off" maxLength={100} />
      </div>
      <TextField field={form.field('mail')} label={labels.mail} type="email" autoComplete="off" maxLength={254} />
      <div className={styles.pair}>
        <TextField field={form.field('phone')} label={labels.phone} type="tel" autoComplete="off" maxLength={40} />
        <SelectField field={form.field('language')} label={labels.language} choices={languages} />
      </div>
      <TextField field={form.field('addressLine1')} label={labels.addressLine1} autoComplete="off" maxLength={200} />
      <TextField field={form.field('addressLine2')} label={labels.addressLine2} autoComplete="off" maxLength={200} />
      <div className={styles.pair}>
        <TextField field={form.field('postalCode')} label={labels.postalCode} autoComplete="off" maxLength={20} />
        <TextField field={form.field('city')} label={labels.city} autoComplete="off" maxLength={100} />
        <TextField field={form.field('state')} label={labels.state} autoComplete="off" maxLength={100} />
      </div>
      <TextField field={form.field('tags')} label={labels.tags} hint={t('customerAccount.tagsHint')} autoComplete="off" maxLength={500} />
    </Form>
  )
}

function useLabels(): Record<keyof CustomerValues, string> {
  const { t } = useText()
  const labels = fieldNames.map((name) => [name, t(`customerAccount.${name}`)] as const)
  return Object.fromEntries(labels) as Record<keyof CustomerValues, string>
}

function useLanguageChoices(current: string) {
  const { t } = useText()
  const formats = useFormats()
  const { cloud } = useSignedIn()
  const tags = new Set<string>([...cloud.draftLanguages, ...(current ? [current] : [])])
  return [{ value: '', label: t('customerAccount.notGiven') }, ...[...tags].map((value) => ({ value, label: formats.language(value) }))]
}
