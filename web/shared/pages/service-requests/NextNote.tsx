import { api } from '../../api/api.ts'
import { useAct } from '../../api/use-act.ts'
import { Form } from '../../form/Form.tsx'
import { useForm } from '../../form/use-form.ts'
import { useText } from '../../language/LanguageProvider.tsx'
import { TextAreaField } from '../../ui/FormField.tsx'
import { QuietText } from '../../ui/Stack.tsx'
import { useNotify } from '../../ui/Toasts.tsx'
import { requestsKey, type ServiceRequest, type Side, sides } from './request-api.ts'

/** The next word; at its desk it is the answer. */
export function NextNote({ side, request: { id, can, status } }: { side: Side; request: ServiceRequest }) {
  const { t } = useText()
  const notify = useNotify()
  const answers = can.includes('answer')
  const labels = { body: t(answers ? 'serviceRequests.answer' : 'serviceRequests.message') }
  const form = useForm({ initial: { body: '' }, labels, required: ['body'] })
  const send = useAct({
    send: (_: void, idempotencyKey) => api.post(`${sides[side].base}/${id}/notes`, { body: { body: form.values.body }, idempotencyKey }),
    changes: [requestsKey, ['activity']],
    onDone: () => notify.done(t(answers ? 'serviceRequests.answered' : 'serviceRequests.written')),
  })
  if (!answers && !can.includes('write')) return <QuietText>{t('serviceRequests.readOnly')}</QuietText>
  const label = answers ? 'serviceRequests.sendAnswer' : status === 'closed' ? 'serviceRequests.writeAgain' : 'serviceRequests.write'
  return (
    <Form form={form} act={send} onSubmit={() => send.mutate()} submitLabel={t(label)}>
      <TextAreaField field={form.field('body')} label={labels.body} hint={t('serviceRequests.allRead')} rows={5} maxLength={5_000} />
    </Form>
  )
}
