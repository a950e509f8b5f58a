import { api } from '../../shared/api/api.ts'
import { describeProblem } from '../../shared/api/describe-problem.ts'
import { useAct } from '../../shared/api/use-act.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { ConfirmDialog } from '../../shared/ui/ConfirmDialog.tsx'
import { QuietText } from '../../shared/ui/Stack.tsx'
import { useNotify } from '../../shared/ui/Toasts.tsx'
import { partnerLinkKey } from '../parts/request-api.ts'

/** Ends the present link wherever it was sent, and makes another. */
export function RotateLinkDialog({ onClose }: { onClose: () => void }) {
  const texts = useText()
  const { t } = texts
  const notify = useNotify()
  const rotate = useAct({
    send: (_: void, idempotencyKey) => api.post('/partner-link/rotation', { body: {}, idempotencyKey }),
    changes: [partnerLinkKey],
    onDone: () => {
      notify.done(t('partnerLink.rotated'))
      onClose()
    },
  })
  return (
    <ConfirmDialog
      isOpen
      isDangerous
      title={t('partnerLink.rotateTitle')}
      confirmLabel={t('partnerLink.rotate')}
      isWorking={rotate.isPending}
      problem={rotate.error && !rotate.isPending ? describeProblem(rotate.error, texts) : null}
      onConfirm={() => rotate.mutate()}
      onCancel={onClose}
    >
      <QuietText>{t('partnerLink.rotateText')}</QuietText>
    </ConfirmDialog>
  )
}
