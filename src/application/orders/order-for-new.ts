import { orderRefusal } from '../../domain/subscriptions/judge-order.ts'
import type { OrderReason } from '../../domain/subscriptions/order-reasons.ts'
import { isDeniedByCloud, type RefusalReason, roleAllows } from '../../domain/rights.ts'
import type { Action } from '../../domain/permissions.ts'
import type { Language } from '../../language/languages.ts'
import { explain } from '../relationship-requests/explain.ts'
import type { UseCase, Work } from '../use-case.ts'
import { type LineInput, partiesOfNew } from './gather-order.ts'
import { judgeFor } from './judge-lines.ts'
import { type OfferList, offersFor } from './list-offers.ts'
import { type OrderPreview, shownPreview } from './preview-order.ts'

/** Whom the order would be for: a customer that is about to be created. */
export interface NewBuyer {
  readonly country: string
  /** whether the partner attests the agreement with the creation; ignored where the cloud asks for none */
  readonly isAttested: boolean
  readonly reader: Language
}

/** What a customer of that country could have, and why nothing can be ordered together with creating it [S1.L1.2]. */
export const listOffersForNew: UseCase<NewBuyer & { readonly search: string | undefined }, OfferList> = {
  action: 'customer.prepare',

  async run(work, { search, ...buyer }) {
    const parties = partiesFor(work, buyer)
    const refusal = refusalFor(work, buyer)
    const offers = await offersFor(work, { parties, bases: [], reader: buyer.reader, seesPrices: may(work, 'price.see') === null }, search)
    return { ...offers, resellers: [], refusal: refusal && explain(buyer.reader, refusal) }
  },
}

/** What that order would cost and whether it is possible; judged once more when the customer is there. */
export const previewOrderForNew: UseCase<NewBuyer & { readonly lines: readonly LineInput[] }, OrderPreview> = {
  action: 'customer.prepare',

  async run(work, { lines, ...buyer }) {
    const judged = await judgeFor(work, { customerId: null, parties: async () => partiesFor(work, buyer) }, lines)
    const refusal = refusalFor(work, buyer)
    const preview = shownPreview(judged, { seesPrices: may(work, 'price.see') === null, reader: buyer.reader })
    return refusal ? { ...preview, refusal: explain(buyer.reader, refusal) } : preview
  },
}

function partiesFor(work: Work, { country, isAttested }: NewBuyer) {
  return partiesOfNew(work, { country, hasAgreed: isAttested || work.manifest.customerAgreement === 'none' })
}

function refusalFor(work: Work, buyer: NewBuyer): OrderReason | RefusalReason | null {
  return may(work, 'order.place') ?? orderRefusal(partiesFor(work, buyer))
}

/** As `decide` will ask of the relationship that comes with the creation. */
function may({ person, manifest }: Work, action: Action): RefusalReason | null {
  if (!roleAllows(person.roles, action)) return 'roleMissing'
  return isDeniedByCloud(person.roles, action, { roleDenials: manifest.roleDenials }) ? 'roleDeniedByCloud' : null
}
