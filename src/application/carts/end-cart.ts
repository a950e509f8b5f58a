import { deleteCart, takeDueCarts } from '../../store/cart-store.ts'
import type { UseCase } from '../use-case.ts'
import { type CartNamed, lockOwnCart, recordCart } from './own-cart.ts'

/** Whoever may see it may throw it away, a partner in debt, too. */
export const discardCart: UseCase<CartNamed & { readonly version: number }, null> = {
  action: 'cart.discard',
  customer: ({ customerId }) => customerId,

  async run(work, { customerId, id, version }) {
    const cart = await lockOwnCart(work, { customerId, id }, version)
    await deleteCart(work.trx, cart)
    await recordCart(work, 'cart.discarded', cart, { lines: cart.lines.length })
    return null
  },
}

const batch = 100

/** Makes the record agree with the truth, a batch at a time; gives back how many. The caller repeats until none is left. */
export const expireDueCarts: UseCase<void, number> = {
  action: 'cart.expire',

  async run(work) {
    const due = await takeDueCarts(work.trx, work.now, batch)
    for (const cart of due) await recordCart(work, 'cart.expired', cart, { lines: cart.lines.length })
    return due.length
  },
}
