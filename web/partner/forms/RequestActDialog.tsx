import { useState } from 'react'
import { api } from '../../shared/api/api.ts'
import { describeProblem } from '../../shared/api/describe-problem.ts'
import { useSignedIn } from '../../shared/api/session.ts'
import { useAct } from '../../shared/api/use-act.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { paths } from '../../shared/paths.ts'
import { ConfirmDialog } from '../../shared/ui/ConfirmDialog.tsx'
import { useFollow } from '../../shared/ui/LinkProvider.tsx'
import { QuietText, Stack } from '../../shared/ui/Stack.tsx'
import { useNotify } from '../../shared/ui/Toasts.tsx'
import { requestKey, requestsKey, type RequestRow } from '../parts/request-api.ts'
import { useRequestName } from '../parts/use-request-name.ts'
import { DaysField } from './DaysField.tsx'
import type { RequestAct } from './request-acts.ts'

export type RequestActDialogProps = { act: RequestAct; request: Pick<RequestRow, 'id' | 'named' | 'customerName'>; onClose: () => void }

type Answer = { id?: string; request?: { id: string } } | undefined

/** A reminder and a fresh link end at their draft, ready to be read and sent; withdrawing ends here. */
export function RequestActDialog({ act, request, onClose }: RequestActDialogProps) {
  const texts = useText()
  const { t } = texts
  const notify = useNotify()
  const follow = useFollow()
  const { cloud } = useSignedIn()
  const name = useRequestName()(request)
  const { default: usual, max } = cloud.requestValidityDays
  const [days, setDays] = useState(usual)
  const resource = { remind: 'reminder', resend: 'resending', withdraw: 'withdrawal' }[act]
  const isWrong = !Number.isInteger(days) || days < 1 || days > max

  const send = useAct<void, Answer>({
    send: (_, idempotencyKey) => api.post(`/relationship-requests/${request.id}/${resource}`, { body: act === 'resend' ? { validityDays: days } : {}, idempotencyKey }),
    changes: [requestsKey, requestKey(request.id)],
    onDone: (answer) => {
      notify.done(t(`requests.done.${act}`))
      onClose()
      if (act === 'remind') follow(paths.partner.request(request.id))
      if (act === 'resend' && answer?.id) follow(paths.partner.request(answer.id))
    },
  })

  return (
    <ConfirmDialog
      isOpen
      title={t(`requests.ask.${act}`)}
      confirmLabel={t(`requests.act.${act}`)}
      isDangerous={act === 'withdraw'}
      isWorking={send.isPending}
      blockedBecause={act === 'resend' && isWrong ? t('newRequest.daysWrong', { max }) : undefined}
      problem={send.error && !send.isPending ? describeProblem(send.error, texts) : null}
      onConfirm={() => send.mutate()}
      onCancel={onClose}
    >
      <Stack>
        <QuietText>{t(`requests.askText.${act}`, { name })}</QuietText>
        {act === 'resend' && <DaysField days={days} max={max} isWrong={isWrong} onDays={setDays} />}
      </Stack>
    </ConfirmDialog>
  )
}
