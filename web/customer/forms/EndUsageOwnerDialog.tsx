import { api } from '../../shared/api/api.ts'
import { describeProblem } from '../../shared/api/describe-problem.ts'
import { useAct } from '../../shared/api/use-act.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { ConfirmDialog } from '../../shared/ui/ConfirmDialog.tsx'
import { QuietText } from '../../shared/ui/Stack.tsx'
import { useNotify } from '../../shared/ui/Toasts.tsx'
import { type OwnUsage, ownUsageKey, type UsageOwner } from '../parts/usage-api.ts'

/** Ends one assignment; says what it does not end. */
export function EndUsageOwnerDialog({ usage, owner, onClose }: { usage: OwnUsage; owner: UsageOwner; onClose: () => void }) {
  const texts = useText()
  const { t } = texts
  const notify = useNotify()
  const act = useAct({
    send: (_: void, idempotencyKey) => api.post(`/usage-subscriptions/${usage.usageId}/owners/${owner.ownerId}/removal`, { body: {}, idempotencyKey }),
    changes: [ownUsageKey, ['activity']],
    onDone: () => {
      notify.done(t('usage.ended'))
      onClose()
    },
  })
  return (
    <ConfirmDialog
      isOpen
      isDangerous
      title={t('usage.endOwnerTitle', { name: owner.name ?? t('usage.unknownName') })}
      confirmLabel={t('usage.endOwner')}
      isWorking={act.isPending}
      problem={act.error && !act.isPending ? describeProblem(act.error, texts) : null}
      onConfirm={() => act.mutate()}
      onCancel={onClose}
    >
      <QuietText>{t('usage.endOwnerText', { usage: usage.name })}</QuietText>
    </ConfirmDialog>
  )
}
