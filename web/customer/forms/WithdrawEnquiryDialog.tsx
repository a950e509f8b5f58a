import { api } from '../../shared/api/api.ts'
import { describeProblem } from '../../shared/api/describe-problem.ts'
import { useAct } from '../../shared/api/use-act.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { ConfirmDialog } from '../../shared/ui/ConfirmDialog.tsx'
import { QuietText } from '../../shared/ui/Stack.tsx'
import { useNotify } from '../../shared/ui/Toasts.tsx'
import { enquiriesKey, type SentLead } from '../parts/finder-api.ts'

/** Takes back what was sent; the partner no longer sees how to reach the customer. */
export function WithdrawEnquiryDialog({ lead, onClose }: { lead: SentLead; onClose: () => void }) {
  const texts = useText()
  const { t } = texts
  const notify = useNotify()
  const act = useAct({
    send: (_: void, idempotencyKey) => api.post(`/sent-leads/${lead.id}/withdrawal`, { body: {}, idempotencyKey }),
    changes: [enquiriesKey, ['activity']],
    onDone: () => {
      notify.done(t('finder.withdrawn'))
      onClose()
    },
  })
  return (
    <ConfirmDialog
      isOpen
      isDangerous
      title={t('finder.withdrawTitle', { name: lead.partnerName })}
      confirmLabel={t('finder.withdraw')}
      isWorking={act.isPending}
      problem={act.error && !act.isPending ? describeProblem(act.error, texts) : null}
      onConfirm={() => act.mutate()}
      onCancel={onClose}
    >
      <QuietText>{t('finder.withdrawText')}</QuietText>
    </ConfirmDialog>
  )
}
