import { relationshipWith } from '../../domain/customers/customer-account.ts'
import { type HandOver, type HandOverSide, isGiven, sideOfHandOver } from '../../domain/hand-overs/hand-over.ts'
import { type HandOverPlan, handOverPlan, servicesTaken } from '../../domain/hand-overs/plan.ts'
import type { CustomerOwnFacts, HandOverFacts, HandOverParty } from '../../domain/hand-overs/verdict.ts'
import { removalBlockers } from '../../domain/removal/removal.ts'
import { roleAllows } from '../../domain/rights.ts'
import { type StandingInHandOver, standingInHandOver } from '../../store/hand-over-standing-store.ts'
import { type PartnerFacts, partnerFacts, tiesOfCustomer } from '../../store/partner-facts-store.ts'
import { providersOfReseller } from '../../store/partnership-standing-store.ts'
import { grantsBetween } from '../../store/privilege-store.ts'
import { relationshipsBetween } from '../../store/reseller-relationship-store.ts'
import { livingSubscriptionsBetween } from '../../store/subscription-list-store.ts'
import { agreementForCustomer } from '../agreements/agreement-for-customer.ts'
import type { Work } from '../use-case.ts'
import { customerToGive } from './customer-to-give.ts'

export interface KnownHandOver {
  readonly side: HandOverSide
  readonly facts: HandOverFacts
  readonly plan: HandOverPlan
  readonly from: PartnerFacts | null
  readonly to: PartnerFacts | null
  /** the newest signature of the customer; read for the customer alone */
  readonly signatureId: string | null
}

/**
 * A hand-over as its reader may know it: the page and the act judge by the same facts. With `hold` the partners and whoever
 * spoke for them stay as they are until the act has committed (rules R7, R10).
 */
export async function gatherHandOver(work: Work, handOver: HandOver, how: { readonly hold: boolean }): Promise<KnownHandOver> {
  const { trx, person, manifest } = work
  const standing = await standingInHandOver(trx, handOver.id, how)
  const { side, from, to } = await partiesKnownTo(work, handOver)
  const customer = await customerOf(work, handOver, { side, standing })
  const own = side === 'customer' ? await ownFacts(work) : null
  const isOffer = side === 'to' && handOver.agreedAt === null && isGiven(handOver)
  // Until it has said so, the new partner reads what its cloud's untouched box would ask.
  const services = isOffer ? servicesTaken(manifest, person.partnerKinds, undefined) : handOver.services
  const facts: HandOverFacts = {
    manifest,
    from: from && party(from, standing),
    to: to && party(to, standing),
    customer,
    isRelated: isRelatedTo(handOver, { side, customer, standing }),
    hasThingsOpen: side === 'to' || !from || !customer ? null : await hasThingsOpen(work, from.id, customer.id),
    isOpenElsewhere: customer !== null && handOver.agreedAt === null && side === 'from' && !isGiven(handOver) && customer.hasOpenHandOver,
    services,
    own: own?.facts ?? null,
  }
  const ties = { held: await held(work, from, customer, side), heldByTaker: await held(work, to, customer, side), takerChannels: await channels(work, to, customer, side) }
  return { side, facts, plan: handOverPlan(manifest, { kinds: to?.kinds ?? [], services }, ties), from, to, signatureId: own?.signatureId ?? null }
}

/** The two partners, as far as the reader may know them. */
export async function partiesKnownTo(work: Work, handOver: HandOver): Promise<Pick<KnownHandOver, 'side' | 'from' | 'to'>> {
  const side = sideOfHandOver(handOver, work.person.tenantId)!
  const knows = knownTo(handOver, side)
  const [from, to] = await Promise.all([knows.from ? factsOf(work, handOver.fromPartnerId) : null, knows.to ? factsOf(work, handOver.toPartnerId) : null])
  return { side, from, to }
}

/** The proposer knows the other partner once it has answered; the other knows the proposer at once, and the customer both. */
function knownTo(handOver: HandOver, side: HandOverSide): { readonly from: boolean; readonly to: boolean } {
  const hasAnswered = (id: string | null) => handOver.agreedAt !== null || (id !== null && handOver.answeredByTenant === id)
  return {
    from: side !== 'to' || isGiven(handOver) || hasAnswered(handOver.fromPartnerId),
    to: side !== 'from' || !isGiven(handOver) || hasAnswered(handOver.toPartnerId),
  }
}

async function factsOf({ trx }: Work, id: string | null): Promise<PartnerFacts | null> {
  return id === null ? null : ((await partnerFacts(trx, [id]))[0] ?? null)
}

function party({ id, country, kinds }: PartnerFacts, standing: readonly StandingInHandOver[]): HandOverParty {
  const now = standing.find(({ partnerId }) => partnerId === id)
  return {
    id,
    country,
    kinds,
    isActive: now !== undefined && !now.isSuspended && !now.isClosed,
    hasSigned: now?.hasSigned ?? false,
    inDebt: now?.inDebt ?? false,
    mayStill: !now?.person || (now.person.isActive && roleAllows(now.person.roles, 'handOver.propose')),
  }
}

type KnownCustomer = NonNullable<HandOverFacts['customer']> & { readonly hasOpenHandOver: boolean; readonly isOwn: boolean }

/** The new partner learns of a customer only what the present one has disclosed. */
async function customerOf(work: Work, handOver: HandOver, { side, standing }: { side: HandOverSide; standing: readonly StandingInHandOver[] }): Promise<KnownCustomer | null> {
  const { customerId: id, customerCountry: country } = handOver
  if (id !== null && country !== null) return { id, country, isClosed: standing[0]?.isCustomerClosed ?? false, hasOpenHandOver: false, isOwn: true }
  if (side !== 'from') return null
  const given = await customerToGive(work, { domain: handOver.customerDomain })
  return given && { id: given.account.customerId, country: given.account.country, isClosed: given.account.customerClosedAt !== null, hasOpenHandOver: given.hasOpenHandOver, isOwn: relationshipWith(given.account) === 'active' }
}

function isRelatedTo(handOver: HandOver, { side, customer, standing }: { side: HandOverSide; customer: KnownCustomer | null; standing: readonly StandingInHandOver[] }): boolean | null {
  if (handOver.customerId !== null) return standing[0]?.isRelated ?? false
  return side === 'from' ? customer?.isOwn === true : null
}

/** Asked by the present partner and the customer; while it is carried out, under the lock on the relationship, beside which nothing can be ordered. */
export async function hasThingsOpen({ trx, now }: Work, fromPartnerId: string, customerId: string): Promise<boolean> {
  return removalBlockers(fromPartnerId, await livingSubscriptionsBetween(trx, fromPartnerId, customerId), now).length > 0
}

async function ownFacts(work: Work): Promise<{ readonly facts: CustomerOwnFacts; readonly signatureId: string | null }> {
  const { trx, person, manifest } = work
  const [{ relatedPartners, privileges }, ownProviders, agreement] = await Promise.all([
    tiesOfCustomer(trx, person.tenantId),
    providersOfReseller(trx, person.tenantId),
    agreementForCustomer(work, { manifest, country: person.country, customerId: person.tenantId, languages: [] }),
  ])
  const isGlobalAdministrator = roleAllows(person.roles, 'handOver.accept')
  return { facts: { relatedPartners, privileges, ownProviders, agreement: agreement.standing, isGlobalAdministrator }, signatureId: agreement.signatureId }
}

/** What that partner holds at the customer, where the reader may see it: the two themselves. */
async function held({ trx, person }: Work, partner: PartnerFacts | null, customer: KnownCustomer | null, side: HandOverSide): Promise<string[]> {
  if (!partner || !customer || (side !== 'customer' && partner.id !== person.tenantId)) return []
  return (await grantsBetween(trx, partner.id, customer.id)).map(({ service }) => service)
}

async function channels({ trx, person }: Work, partner: PartnerFacts | null, customer: KnownCustomer | null, side: HandOverSide): Promise<string[]> {
  if (!partner || !customer || (side !== 'customer' && partner.id !== person.tenantId)) return []
  return (await relationshipsBetween(trx, partner.id, customer.id)).filter(({ endedAt }) => endedAt === null).map(({ channel }) => channel)
}
