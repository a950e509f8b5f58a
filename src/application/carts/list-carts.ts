import { type Cart, mostCarts } from '../../domain/carts/cart.ts'
import type { Language } from '../../language/languages.ts'
import { openCarts } from '../../store/cart-store.ts'
import { skusNumbered } from '../../store/catalogue-store.ts'
import { namesOfPeople } from '../../store/names-of-people.ts'
import type { UseCase } from '../use-case.ts'
import { type DescribedCart, describeCart } from './describe-cart.ts'
import { type CartNamed, findOwnCart } from './own-cart.ts'

export interface CartRow {
  readonly cartId: string
  readonly changedAt: string
  /** null once erased */
  readonly changedByName: string | null
  readonly expiresAt: string
  readonly lineCount: number
  /** of the first lines, as the reader's language calls them */
  readonly titles: readonly string[]
  readonly version: number
}

const mostTitles = 3

/** What this partner has open for the customer, whoever began it. */
export const listCarts: UseCase<{ readonly customerId: string; readonly reader: Language }, readonly CartRow[]> = {
  action: 'cart.read',
  customer: ({ customerId }) => customerId,

  async run(work, { customerId, reader }) {
    const carts = await openCarts(work.trx, { partnerId: work.person.tenantId, customerId }, { now: work.now, most: 2 * mostCarts })
    const names = await namesOfPeople(work.trx, carts.map(({ changedBy }) => changedBy))
    const skus = await skusNumbered(work.trx, work.manifest.id, carts.flatMap(numbersOf))
    return carts.map((cart) => ({
      cartId: cart.id,
      changedAt: cart.changedAt.toISOString(),
      changedByName: names.get(cart.changedBy)?.displayName ?? null,
      expiresAt: cart.expiresAt.toISOString(),
      lineCount: cart.lines.length,
      titles: cart.lines.slice(0, mostTitles).map((line) => line.friendlyName ?? skus.get(numberOf(line))?.title[reader] ?? line.catalogItemId),
      version: cart.version,
    }))
  },
}

export const readCart: UseCase<CartNamed & { readonly reader: Language }, DescribedCart> = {
  action: 'cart.read',
  customer: ({ customerId }) => customerId,

  run: async (work, { customerId, id, reader }) => describeCart(work, await findOwnCart(work, { customerId, id }), reader),
}

const numberOf = ({ catalogItemId }: { readonly catalogItemId: string }) => catalogItemId.split(':').slice(0, 2).join(':')
const numbersOf = ({ lines }: Cart) => lines.slice(0, mostTitles).map(numberOf)
