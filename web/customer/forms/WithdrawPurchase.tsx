import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import { api } from '../../shared/api/api.ts'
import { describeProblem } from '../../shared/api/describe-problem.ts'
import { useAct } from '../../shared/api/use-act.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { type OwnPurchase, purchasesKey } from '../../shared/pages/own-purchases/purchase-api.ts'
import { ConfirmDialog } from '../../shared/ui/ConfirmDialog.tsx'
import { QuietText } from '../../shared/ui/Stack.tsx'
import { useNotify } from '../../shared/ui/Toasts.tsx'

/** Takes back what the partner has not answered. */
export function WithdrawPurchase({ purchase }: { purchase: OwnPurchase }) {
  const texts = useText()
  const { t } = texts
  const notify = useNotify()
  const [isAsking, setAsking] = useState(false)
  const act = useAct({
    send: (_: void, idempotencyKey) => api.post(`/own-purchases/${purchase.purchaseId}/withdrawal`, { body: {}, idempotencyKey }),
    changes: [purchasesKey],
    onDone: () => {
      notify.done(t('ownPurchases.withdrawDone'))
      setAsking(false)
    },
  })
  return (
    <>
      <Button onClick={() => setAsking(true)}>{t('ownPurchases.withdraw')}</Button>
      <ConfirmDialog
        isOpen={isAsking}
        isDangerous
        title={t('ownPurchases.withdrawTitle')}
        confirmLabel={t('ownPurchases.withdraw')}
        isWorking={act.isPending}
        problem={act.error && !act.isPending ? describeProblem(act.error, texts) : null}
        onConfirm={() => act.mutate()}
        onCancel={() => setAsking(false)}
      >
        <QuietText>{t('ownPurchases.withdrawText')}</QuietText>
      </ConfirmDialog>
    </>
  )
}
