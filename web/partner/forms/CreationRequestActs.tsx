import { Field, Textarea } from '@fluentui/react-components'
import { useState } from 'react'
import { api } from '../../shared/api/api.ts'
import { describeProblem } from '../../shared/api/describe-problem.ts'
import { useAct } from '../../shared/api/use-act.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { paths } from '../../shared/paths.ts'
import { ButtonLink } from '../../shared/ui/ButtonLink.tsx'
import { ConfirmDialog } from '../../shared/ui/ConfirmDialog.tsx'
import { GuardedButton } from '../../shared/ui/GuardedButton.tsx'
import { QuietText, Stack } from '../../shared/ui/Stack.tsx'
import { useNotify } from '../../shared/ui/Toasts.tsx'
import { type CreationRequest, creationRequestKey, creationRequestsKey } from '../parts/creation-request-api.ts'

/** The reseller takes it back; the provider completes it in its own form, or declines it with a reason. */
export function CreationRequestActs({ request }: { request: CreationRequest }) {
  const { t } = useText()
  const [asking, setAsking] = useState<'withdraw' | 'decline' | null>(null)
  const { status, side, can, id } = request
  if (status !== 'waiting') return null
  const end = side === 'reseller' ? 'withdraw' : 'decline'
  const blocked = can.includes(end) ? undefined : t('newCustomer.blocked.role')
  return (
    <>
      <GuardedButton blockedBecause={blocked} onClick={() => setAsking(end)}>
        {t(`creationRequests.act.${end}`)}
      </GuardedButton>
      {side === 'provider' &&
        (can.includes('complete') ? (
          <ButtonLink appearance="primary" href={`${paths.partner.newCustomer}?${new URLSearchParams({ request: id })}`}>
            {t('creationRequests.act.complete')}
          </ButtonLink>
        ) : (
          <GuardedButton appearance="primary" blockedBecause={t('creationRequests.completeBlocked')}>
            {t('creationRequests.act.complete')}
          </GuardedButton>
        ))}
      {asking && <EndDialog request={request} act={asking} onClose={() => setAsking(null)} />}
    </>
  )
}

function EndDialog({ request, act, onClose }: { request: CreationRequest; act: 'withdraw' | 'decline'; onClose: () => void }) {
  const texts = useText()
  const { t } = texts
  const notify = useNotify()
  const [reason, setReason] = useState('')
  const [isPressed, setPressed] = useState(false)
  const isMissing = act === 'decline' && reason.trim() === ''
  const end = useAct({
    send: (_: void, idempotencyKey) =>
      act === 'decline'
        ? api.post(`/creation-requests/${request.id}/decline`, { body: { reason }, idempotencyKey })
        : api.post(`/creation-requests/${request.id}/withdrawal`, { body: {}, idempotencyKey }),
    changes: [creationRequestKey(request.id), creationRequestsKey],
    onDone: () => {
      notify.done(t(`creationRequests.done.${act}`))
      onClose()
    },
  })
  return (
    <ConfirmDialog
      isOpen
      isDangerous
      title={t(`creationRequests.ask.${act}`)}
      confirmLabel={t(`creationRequests.act.${act}`)}
      isWorking={end.isPending}
      problem={end.error && !end.isPending ? describeProblem(end.error, texts) : null}
      onConfirm={() => {
        setPressed(true)
        if (!isMissing) end.mutate()
      }}
      onCancel={onClose}
    >
      <Stack>
        <QuietText>{t(`creationRequests.askText.${act}`, { name: request.companyName, partner: request.partner?.name ?? '' })}</QuietText>
        {act === 'decline' && (
          <Field label={t('creationRequests.reason')} required validationMessage={isPressed && isMissing ? t('creationRequests.reasonMissing') : undefined} validationState={isPressed && isMissing ? 'error' : 'none'}>
            <Textarea value={reason} maxLength={500} rows={3} resize="vertical" onChange={(_, { value }) => setReason(value)} />
          </Field>
        )}
      </Stack>
    </ConfirmDialog>
  )
}
