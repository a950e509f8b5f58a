import { DomainError } from '../../domain/errors.ts'
import type { Language } from '../../language/languages.ts'
import { findPermission } from '../../store/purchase-permission-store.ts'
import { gatherParties } from '../orders/gather-order.ts'
import { type OfferList, offersFor } from '../orders/list-offers.ts'
import type { UseCase } from '../use-case.ts'
import { asSeller } from './as-seller.ts'

export interface PermittedOffersAsk {
  readonly permissionId: string
  readonly search: string | undefined
  readonly reader: Language
}

/** What one may choose from: the catalogue's products of the permitted kind, at the partner's price [S4.L8.6]. */
export const listPermittedOffers: UseCase<PermittedOffersAsk, Pick<OfferList, 'items' | 'isCut'>> = {
  action: 'ownPurchase.read',

  async run(work, { permissionId, search, reader }) {
    const permission = await findPermission(work.trx, work.person.tenantId, permissionId)
    if (!permission || permission.endedAt !== null) throw new DomainError('notFound', 'No such permission.')
    return asSeller(work, permission.partnerId, async (seller) => {
      const parties = await gatherParties(seller, permission.customerId)
      return offersFor(seller, { parties, bases: [], seesPrices: true, reader, productType: permission.kind }, search)
    })
  },
}
