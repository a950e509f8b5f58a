import { Button } from '@fluentui/react-components'
import { api } from '../../shared/api/api.ts'
import { useAct } from '../../shared/api/use-act.ts'
import { Form } from '../../shared/form/Form.tsx'
import { useForm } from '../../shared/form/use-form.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { FormDrawer } from '../../shared/ui/FormDrawer.tsx'
import { TextAreaField, TextField } from '../../shared/ui/FormField.tsx'
import { useNotify } from '../../shared/ui/Toasts.tsx'
import { operatorKey, type OperatorEnrolment } from '../parts/operator-api.ts'

const required = ['legalName', 'addressLine1', 'city', 'contactName', 'contactMail', 'supportMail'] as const
const optional = ['addressLine2', 'state', 'postalCode', 'contactPhone', 'supportPhone'] as const
const names = ['legalName', 'addressLine1', 'addressLine2', 'city', 'state', 'postalCode', 'contactName', 'contactMail', 'contactPhone', 'supportMail', 'supportPhone'] as const
type Name = (typeof names)[number] | 'note'

/** What the operator saw in the register and was told by the firm (S4.L1.5). */
export function LegalDetailsDrawer({ enrolment: { partner, legalDetails }, onClose }: { enrolment: OperatorEnrolment; onClose: () => void }) {
  const { t } = useText()
  const notify = useNotify()
  const labels = { ...Object.fromEntries(names.map((name) => [name, t(`console.detail.${name}`)])), note: t('operator.note') } as Record<Name, string>
  const initial = { ...Object.fromEntries(names.map((name) => [name, legalDetails?.[name] ?? ''])), note: '' } as Record<Name, string>
  const form = useForm<Name>({ initial, labels, required })
  const record = useAct({
    send: (_: void, idempotencyKey) => api.post(`/operator/partners/${partner.id}/legal-details`, { body: bodyOf(form.values), idempotencyKey }),
    changes: [operatorKey],
    onDone: () => {
      notify.done(t('console.detailsDone', { name: partner.name }))
      onClose()
    },
  })
  return (
    <FormDrawer title={t('console.detailsTitle', { name: partner.name })} intro={t('console.detailsIntro')} onClose={onClose}>
      <Form form={form} act={record} onSubmit={() => record.mutate()} submitLabel={t('shell.save')} besideSubmit={<Button onClick={onClose}>{t('shell.cancel')}</Button>}>
        {names.map((name) => (
          <TextField key={name} field={form.field(name)} label={labels[name]} type={typeOf(name)} autoComplete="off" maxLength={200} />
        ))}
        <TextAreaField field={form.field('note')} label={labels.note} hint={t('operator.noteHint')} rows={2} maxLength={500} />
      </Form>
    </FormDrawer>
  )
}

function typeOf(name: Name): 'email' | 'tel' | 'text' {
  return name.endsWith('Mail') ? 'email' : name.endsWith('Phone') ? 'tel' : 'text'
}

/** What was left empty goes out as null. */
function bodyOf(values: Record<Name, string>) {
  const given = (name: Name) => values[name].trim()
  return {
    ...Object.fromEntries(required.map((name) => [name, given(name)])),
    ...Object.fromEntries(optional.map((name) => [name, given(name) || null])),
    ...(given('note') && { note: given('note') }),
  }
}
