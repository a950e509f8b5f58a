import { api } from '../../shared/api/api.ts'
import { describeProblem } from '../../shared/api/describe-problem.ts'
import { useAct } from '../../shared/api/use-act.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { type Permission, permissionsKey, purchasesKey } from '../../shared/pages/own-purchases/purchase-api.ts'
import { ConfirmDialog } from '../../shared/ui/ConfirmDialog.tsx'
import { QuietText } from '../../shared/ui/Stack.tsx'
import { useNotify } from '../../shared/ui/Toasts.tsx'

/** Says what stays and what lapses before it is switched off. */
export function DeletePermissionDialog({ customerId, permission, onClose }: { customerId: string; permission: Permission; onClose: () => void }) {
  const texts = useText()
  const { t } = texts
  const notify = useNotify()
  const act = useAct({
    send: (_: void, idempotencyKey) => api.post(`/customers/${customerId}/purchase-permissions/${permission.permissionId}/removal`, { body: {}, idempotencyKey }),
    changes: [permissionsKey, purchasesKey],
    onDone: () => {
      notify.done(t('ownPurchases.switchedOff'))
      onClose()
    },
  })
  return (
    <ConfirmDialog
      isOpen
      isDangerous
      title={t('ownPurchases.offTitle')}
      confirmLabel={t('ownPurchases.switchOff')}
      isWorking={act.isPending}
      problem={act.error && !act.isPending ? describeProblem(act.error, texts) : null}
      onConfirm={() => act.mutate()}
      onCancel={onClose}
    >
      <QuietText>{t('ownPurchases.offText')}</QuietText>
    </ConfirmDialog>
  )
}
