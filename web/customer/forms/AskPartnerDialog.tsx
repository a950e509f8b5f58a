import { useNavigate } from '@tanstack/react-router'
import { api } from '../../shared/api/api.ts'
import { describeProblem } from '../../shared/api/describe-problem.ts'
import { useAct } from '../../shared/api/use-act.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import type { OwnPurchase } from '../../shared/pages/own-purchases/purchase-api.ts'
import { requestsKey } from '../../shared/pages/service-requests/request-api.ts'
import { paths } from '../../shared/paths.ts'
import { ConfirmDialog } from '../../shared/ui/ConfirmDialog.tsx'
import { QuietText } from '../../shared/ui/Stack.tsx'
import { useNotify } from '../../shared/ui/Toasts.tsx'

/** A service request that is written already: it goes to whom the subscription’s support belongs, as a rule the partner that sold it. */
export function AskPartnerDialog({ purchase, what, onClose }: { purchase: OwnPurchase; what: OwnPurchase['afterwards'][number]; onClose: () => void }) {
  const texts = useText()
  const { t } = texts
  const notify = useNotify()
  const navigate = useNavigate()
  const words = { what: t(`ownPurchases.cannot.${what}`), name: purchase.offerName, count: purchase.quantity }
  const title = t('ownPurchases.requestTitle', words)
  const body = t('ownPurchases.requestBody', words)
  const act = useAct<void, { id: string }>({
    send: (_: void, idempotencyKey) => api.post('/own-service-requests', { body: { title, body, severity: 'minimal', subscriptionId: purchase.subscriptionId }, idempotencyKey }),
    changes: [requestsKey],
    onDone: ({ id }) => {
      notify.done(t('ownPurchases.requestDone'))
      void navigate({ to: paths.customer.ownServiceRequest(id) })
    },
  })
  return (
    <ConfirmDialog
      isOpen
      title={t('ownPurchases.askFor', words)}
      confirmLabel={t('ownPurchases.sendRequest')}
      isWorking={act.isPending}
      problem={act.error && !act.isPending ? describeProblem(act.error, texts) : null}
      onConfirm={() => act.mutate()}
      onCancel={onClose}
    >
      <QuietText>{t('ownPurchases.requestText', { partner: purchase.partnerName ?? '–' })}</QuietText>
      <QuietText>«{body}»</QuietText>
    </ConfirmDialog>
  )
}
