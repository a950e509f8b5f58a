import { MessageBar, MessageBarBody } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../shared/api/api.ts'
import { useSignedIn } from '../../shared/api/session.ts'
import { useAct } from '../../shared/api/use-act.ts'
import { Form } from '../../shared/form/Form.tsx'
import { useForm } from '../../shared/form/use-form.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { TextField } from '../../shared/ui/FormField.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { QuietText, Stack } from '../../shared/ui/Stack.tsx'
import { mailQuery, mailsKey, type OperatorMail, type OperatorMailSender } from '../parts/operator-api.ts'

/** A message to an address of one's own choice; what the mail server says to it stands below. */
export function TestMessagePanel({ sender }: { sender: OperatorMailSender }) {
  const { t } = useText()
  const { person } = useSignedIn()
  const [sent, setSent] = useState<string | null>(null)
  const labels = { address: t('mail.testTo') }
  const form = useForm({ initial: { address: person.mail ?? '' }, labels, required: ['address'] })
  const send = useAct({
    send: (_: void, idempotencyKey) => api.post<OperatorMail>('/operator/test-messages', { body: { address: form.values.address.trim() }, idempotencyKey }),
    changes: [mailsKey],
    onDone: ({ id }) => setSent(id),
  })
  return (
    <Panel title={t('mail.test')}>
      <Stack>
        <QuietText>{t('mail.testIntro')}</QuietText>
        <Form form={form} act={send} onSubmit={() => send.mutate()} submitLabel={t('mail.testSubmit')} blockedBecause={sender.mailLeaves ? undefined : t('mailbox.cannotLeave')}>
          <TextField field={form.field('address')} label={labels.address} type="email" autoComplete="off" maxLength={320} />
        </Form>
        <div aria-live="polite">{sent !== null && <Outcome key={sent} mailId={sent} />}</div>
        <QuietText>{t('mail.bounces')}</QuietText>
      </Stack>
    </Panel>
  )
}

const askEveryMs = 700

/** Asked again until the mail left, was refused, or failed for now. */
function Outcome({ mailId }: { mailId: string }) {
  const { t } = useText()
  const mail = useQuery({ ...mailQuery(mailId), refetchInterval: ({ state }) => (isOpen(state.data) ? askEveryMs : false) })
  const { intent, text } = outcomeOf()
  return (
    <MessageBar intent={intent} layout="multiline">
      <MessageBarBody>{text}</MessageBarBody>
    </MessageBar>
  )

  function outcomeOf() {
    const { data } = mail
    if (!data || isOpen(data)) return { intent: 'info', text: t('mail.testWaiting') } as const
    if (data.status === 'sent') return { intent: 'success', text: data.smtpReply === null ? t('mail.testDemo') : t('mail.testSent', { reply: data.smtpReply }) } as const
    if (data.status === 'queued') return { intent: 'warning', text: t('mail.testRetry', { reply: data.lastError ?? '' }) } as const
    if (data.status === 'held') return { intent: 'warning', text: t('mail.testHeld') } as const
    return { intent: 'error', text: t('mail.testFailed', { reply: data.lastError ?? '' }) } as const
  }
}

function isOpen(mail: { readonly status: string; readonly lastError: string | null } | undefined): boolean {
  return mail?.status === 'queued' && mail.lastError === null
}
