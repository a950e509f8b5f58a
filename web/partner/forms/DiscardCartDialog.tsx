import { api } from '../../shared/api/api.ts'
import { describeProblem } from '../../shared/api/describe-problem.ts'
import { useAct } from '../../shared/api/use-act.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { ConfirmDialog } from '../../shared/ui/ConfirmDialog.tsx'
import { QuietText } from '../../shared/ui/Stack.tsx'
import { useNotify } from '../../shared/ui/Toasts.tsx'
import { cartEtag, cartPath, type CartRow, cartsQuery } from '../parts/cart-api.ts'

/** Says what is lost before it is. */
export function DiscardCartDialog({ customerId, cart, name, onClose }: { customerId: string; cart: CartRow; name: string; onClose: () => void }) {
  const texts = useText()
  const { t } = texts
  const notify = useNotify()
  const act = useAct({
    send: () => api.delete(cartPath(customerId, cart.cartId), { ifMatch: cartEtag(cart.version) }),
    changes: [cartsQuery(customerId).queryKey],
    onDone: () => {
      notify.done(t('carts.discarded'))
      onClose()
    },
  })
  return (
    <ConfirmDialog
      isOpen
      isDangerous
      title={t('carts.discardTitle')}
      confirmLabel={t('carts.discard')}
      isWorking={act.isPending}
      problem={act.error && !act.isPending ? describeProblem(act.error, texts) : null}
      onConfirm={() => act.mutate()}
      onCancel={onClose}
    >
      <QuietText>{t('carts.discardText', { name })}</QuietText>
    </ConfirmDialog>
  )
}
