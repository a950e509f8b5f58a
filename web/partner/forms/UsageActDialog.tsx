import { api } from '../../shared/api/api.ts'
import { describeProblem } from '../../shared/api/describe-problem.ts'
import { useAct } from '../../shared/api/use-act.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { ConfirmDialog } from '../../shared/ui/ConfirmDialog.tsx'
import { QuietText } from '../../shared/ui/Stack.tsx'
import { useNotify } from '../../shared/ui/Toasts.tsx'
import { type Usage, type UsageAct, usageKey, usagePath } from '../parts/usage-api.ts'

const addresses = { suspend: 'suspension', reactivate: 'reactivation', cancel: 'cancellation' } as const

/** Says what an act does before it is done. */
export function UsageActDialog({ act: kind, customerId, usage, onClose }: { act: Exclude<UsageAct, 'rename'>; customerId: string; usage: Usage; onClose: () => void }) {
  const texts = useText()
  const { t } = texts
  const notify = useNotify()
  const act = useAct({
    send: (_: void, idempotencyKey) => api.post(`${usagePath(customerId, usage.usageId)}/${addresses[kind]}`, { body: {}, idempotencyKey }),
    changes: [usageKey(customerId)],
    onDone: () => {
      notify.done(t('usage.done'))
      onClose()
    },
  })
  // Never the word of the button that only closes the dialog.
  const title = t(kind === 'cancel' ? 'usage.cancelNow' : `usage.${kind}`)
  return (
    <ConfirmDialog
      isOpen
      isDangerous={kind !== 'reactivate'}
      title={title}
      confirmLabel={title}
      isWorking={act.isPending}
      problem={act.error && !act.isPending ? describeProblem(act.error, texts) : null}
      onConfirm={() => act.mutate()}
      onCancel={onClose}
    >
      <QuietText>{t(`usage.${kind}Text`, { name: usage.name })}</QuietText>
    </ConfirmDialog>
  )
}
