import { segmentOf } from '../../domain/catalogue/catalogue.ts'
import type { BillingCycle, Term } from '../../domain/catalogue/terms.ts'
import { DomainError } from '../../domain/errors.ts'
import { noTenant } from '../../domain/ids.ts'
import type { Conversion } from '../../domain/subscriptions/judge-conversion.ts'
import type { LineFacts, NamedReseller, OrderParties } from '../../domain/subscriptions/judge-order.ts'
import type { Subscription } from '../../domain/subscriptions/subscription.ts'
import { findEntry } from '../../store/catalogue-store.ts'
import { findBuyer, ownedBy, resellerStanding } from '../../store/order-store.ts'
import { holdPartnershipBetween } from '../../store/partnership-store.ts'
import { findSubscription, holdSubscription } from '../../store/subscription-store.ts'
import { ownAcceptance, standingAttestation } from '../agreements/attest.ts'
import type { Work } from '../use-case.ts'
import { gatherConversion } from './gather-conversion.ts'

/** One line as it is asked for. */
export interface LineInput {
  /** "product:sku:availability" */
  readonly catalogItemId: string
  readonly term: Term
  readonly billingCycle: BillingCycle
  readonly quantity: number
  readonly friendlyName: string | null
  /** the subscription that an add-on belongs to */
  readonly baseSubscriptionId: string | null
  /** or the line of this order that it belongs to: an earlier one, counted from 1 */
  readonly baseLine?: number | null
  /** the subscription that this comes in the place of */
  readonly replacesSubscriptionId?: string | null
  /** the indirect reseller on record */
  readonly resellerId: string | null
}

/** Who sells to whom, read in the transaction of the act; the relationship is held by the judgement before it (rule R10). */
export async function gatherParties(work: Work, customerId: string): Promise<OrderParties> {
  const { trx, person, manifest, now } = work
  const buyer = await findBuyer(trx, customerId)
  if (!buyer) throw new DomainError('notFound', 'No such customer.')
  const customer = { customerId, country: buyer.country }
  const { standing } = await ownAcceptance(work, customer)
  const hasAgreed = standing === 'accepted' || standing === 'notRequired' || (await standingAttestation(work, customer)) !== undefined
  return {
    seller: { id: person.tenantId, country: person.country, kinds: person.partnerKinds },
    buyer: { id: customerId, country: buyer.country, isClosed: buyer.isClosed, hasAgreed, segment: segmentOf(buyer.segment, manifest.eligibleCustomers), ...(await ownedBy(trx, customerId)) },
    manifest,
    now,
  }
}

/** What one line rests on. Base and partnership are held, so that their end waits for the order or is seen by it. Without a customer, who is to be created, there is no base and nobody's reseller yet. */
export async function gatherLine(work: Work, customerId: string | null, line: LineInput): Promise<Omit<LineFacts, 'baseLine'>> {
  const [productId = '', skuId = '', id = ''] = line.catalogItemId.split(':')
  return {
    asked: line,
    offer: await findEntry(work.trx, { cloud: work.manifest.id, productId, skuId, id }),
    base: line.baseSubscriptionId === null ? null : customerId === null ? undefined : await baseNamed(work, customerId, line.baseSubscriptionId),
    conversion: line.replacesSubscriptionId == null ? null : customerId === null ? nothingToConvert : await gatherConversion(work, customerId, line.replacesSubscriptionId),
    reseller: line.resellerId === null || customerId === null ? null : await resellerNamed(work, customerId, line.resellerId),
  }
}

const nothingToConvert: Conversion = { from: undefined, sku: undefined, plansElsewhere: [], isWaiting: false, addOnSkus: [], privilegedServices: [] }

/** Whom a customer that is about to be created will be: of that country, with nothing yet, and with an agreement or not. */
export function partiesOfNew({ person, manifest, now }: Work, { country, hasAgreed }: { readonly country: string; readonly hasAgreed: boolean }): OrderParties {
  return {
    seller: { id: person.tenantId, country: person.country, kinds: person.partnerKinds },
    buyer: { id: noTenant, country, isClosed: false, hasAgreed, segment: segmentOf(null, manifest.eligibleCustomers), owns: [], hadTrials: [] },
    manifest,
    now,
  }
}

async function baseNamed({ trx, person }: Work, customerId: string, id: string): Promise<Subscription | undefined> {
  const seen = await findSubscription(trx, customerId, id)
  return seen?.partnerId === person.tenantId ? holdSubscription(trx, customerId, id) : seen
}

export async function resellerNamed({ trx, person }: Work, customerId: string, id: string): Promise<NamedReseller> {
  const partnership = await holdPartnershipBetween(trx, person.tenantId, id)
  const standing = partnership && (await resellerStanding(trx, id, customerId))
  return { id, isInPartnership: standing !== undefined, isActive: standing?.isActive ?? false, hasSigned: standing?.hasSigned ?? false, isRelated: standing?.isRelated ?? false }
}
