import { makeStyles } from '@fluentui/react-components'
import { useState } from 'react'
import { api } from '../../shared/api/api.ts'
import { describeProblem } from '../../shared/api/describe-problem.ts'
import { useAct } from '../../shared/api/use-act.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { ConfirmDialog } from '../../shared/ui/ConfirmDialog.tsx'
import { TextAreaField } from '../../shared/ui/FormField.tsx'
import { QuietText, Stack } from '../../shared/ui/Stack.tsx'
import type { InvitationView } from '../parts/invitation-api.ts'

const useStyles = makeStyles({ frame: { minWidth: 0 } })

export type DeclineInvitationProps = { secret: string; view: InvitationView; isOpen: boolean; onDeclined: () => void; onCancel: () => void }

/** Declining is a real answer, with an optional reason that the partner reads (decision 6). */
export function DeclineInvitation({ secret, view, isOpen, onDeclined, onCancel }: DeclineInvitationProps) {
  const styles = useStyles()
  const texts = useText()
  const { t, rich } = texts
  const [reason, setReason] = useState('')
  const act = useAct({
    send: (wanted: string, idempotencyKey) => api.post('/invitations/decline', { idempotencyKey, body: { secret, ...(wanted && { reason: wanted }) } }),
    changes: [['activity']],
    onDone: onDeclined,
  })
  const text = view.kind === 'partnerLink' ? 'invitation.declineTextPartnerLink' : 'invitation.declineText'
  return (
    <ConfirmDialog
      isOpen={isOpen}
      title={t('invitation.declineTitle')}
      confirmLabel={t('invitation.decline')}
      isWorking={act.isPending}
      problem={act.error && !act.isPending ? describeProblem(act.error, texts) : null}
      onConfirm={() => {
        if (!act.isPending) act.mutate(reason.trim())
      }}
      onCancel={onCancel}
    >
      <div className={styles.frame}>
        <Stack>
          <QuietText>{rich(text, { partner: <bdi>{view.partners[0]?.name}</bdi> })}</QuietText>
          <TextAreaField
            label={t('invitation.declineReason')}
            hint={t('invitation.declineReasonHint')}
            maxLength={longestReason}
            field={{ id: 'decline-reason', name: 'reason', value: reason, onChange: setReason }}
          />
        </Stack>
      </div>
    </ConfirmDialog>
  )
}

const longestReason = 1_000
