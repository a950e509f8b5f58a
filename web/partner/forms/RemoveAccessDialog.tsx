import { api } from '../../shared/api/api.ts'
import { describeProblem } from '../../shared/api/describe-problem.ts'
import { useAct } from '../../shared/api/use-act.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { ConfirmDialog } from '../../shared/ui/ConfirmDialog.tsx'
import { QuietText } from '../../shared/ui/Stack.tsx'
import { useNotify } from '../../shared/ui/Toasts.tsx'
import { partnershipKey, partnershipsKey, type Partnership } from '../parts/partnership-api.ts'
import { usePartnershipName } from '../parts/use-partnership-name.ts'

/** The reseller takes back the access to its own organization; the partnership goes on. */
export function RemoveAccessDialog({ partnership, onClose }: { partnership: Partnership; onClose: () => void }) {
  const texts = useText()
  const { t } = texts
  const notify = useNotify()
  const name = usePartnershipName()(partnership)
  const act = useAct({
    send: (_: void, idempotencyKey) => api.post(`/partnerships/${partnership.id}/access-removal`, { body: {}, idempotencyKey }),
    changes: [partnershipKey(partnership.id), partnershipsKey],
    onDone: () => {
      notify.done(t('partnerships.accessRemoved'))
      onClose()
    },
  })
  return (
    <ConfirmDialog
      isOpen
      isDangerous
      title={t('partnerships.removeAccessTitle', { name })}
      confirmLabel={t('partnerships.removeAccess')}
      isWorking={act.isPending}
      problem={act.error && !act.isPending ? describeProblem(act.error, texts) : null}
      onConfirm={() => act.mutate()}
      onCancel={onClose}
    >
      <QuietText>{t('partnerships.removeAccessText', { name })}</QuietText>
    </ConfirmDialog>
  )
}
