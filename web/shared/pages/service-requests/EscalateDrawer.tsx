import { Button } from '@fluentui/react-components'
import { api } from '../../api/api.ts'
import { useAct } from '../../api/use-act.ts'
import { Form } from '../../form/Form.tsx'
import { useForm } from '../../form/use-form.ts'
import { useText } from '../../language/LanguageProvider.tsx'
import { FormDrawer } from '../../ui/FormDrawer.tsx'
import { TextAreaField } from '../../ui/FormField.tsx'
import { useNotify } from '../../ui/Toasts.tsx'
import { requestsKey, sides } from './request-api.ts'

/** Hands the thread to the operator, with the partner's word on why. */
export function EscalateDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useText()
  const notify = useNotify()
  const labels = { body: t('serviceRequests.escalateWhy') }
  const form = useForm({ initial: { body: '' }, labels, required: ['body'] })
  const send = useAct({
    send: (_: void, idempotencyKey) => api.post(`${sides.partner.base}/${id}/escalation`, { body: { body: form.values.body }, idempotencyKey }),
    changes: [requestsKey, ['activity']],
    onDone: () => {
      notify.done(t('serviceRequests.escalated'))
      onClose()
    },
  })
  return (
    <FormDrawer title={t('serviceRequests.escalateTitle')} intro={t('serviceRequests.escalateIntro')} onClose={onClose}>
      <Form form={form} act={send} onSubmit={() => send.mutate()} submitLabel={t('serviceRequests.escalate')} besideSubmit={<Button onClick={onClose}>{t('shell.cancel')}</Button>}>
        <TextAreaField field={form.field('body')} label={labels.body} rows={6} maxLength={5_000} />
      </Form>
    </FormDrawer>
  )
}
