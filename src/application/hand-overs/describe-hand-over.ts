import { type HandOverAct, openHandOverActs } from '../../domain/hand-overs/decide.ts'
import { effectiveHandOverStatus, type HandOver, isGiven, isOpenHandOver } from '../../domain/hand-overs/hand-over.ts'
import { versionOfHandOver } from '../../domain/hand-overs/plan.ts'
import { handOverProblems } from '../../domain/hand-overs/verdict.ts'
import { responsibilityMap } from '../../domain/responsibility/responsibility-map.ts'
import type { Action } from '../../domain/permissions.ts'
import type { Language } from '../../language/languages.ts'
import { namesOfPeople } from '../../store/names-of-people.ts'
import { type PartnerFacts, partnerFacts } from '../../store/partner-facts-store.ts'
import { tiesFor } from '../partner-relationships/describe-partners.ts'
import { rightsInOwnTenant } from '../relationship-requests/standing.ts'
import { serviceName } from '../service-name.ts'
import type { Work } from '../use-case.ts'
import { gatherHandOver, type KnownHandOver } from './gather-facts.ts'
import { type Answering, describeProblems, previewFor } from './hand-over-preview.ts'

export type DescribedHandOver = Awaited<ReturnType<typeof describeHandOver>>
export type DescribedHandOverRow = Awaited<ReturnType<typeof describeHandOverRow>>

const actionOf: Readonly<Record<HandOverAct, Action>> = { agree: 'handOver.agree', accept: 'handOver.accept', decline: 'handOver.decline', withdraw: 'handOver.withdraw' }

/** A row of the list: who and whom, as far as this side may know it, and how it stands. */
export async function describeHandOverRow(work: Work, handOver: HandOver, known: Pick<KnownHandOver, 'side' | 'from' | 'to'>) {
  const { now } = work
  const { side, from, to } = known
  // To whoever would take it over, the customer has no name until its partner gave it one.
  const isDisclosed = handOver.customerId !== null
  return {
    id: handOver.id,
    side,
    isGiven: isGiven(handOver),
    status: effectiveHandOverStatus(handOver, now),
    from: from && describeParty(from),
    to: to && describeParty(to),
    namedPartnerDomain: side === 'customer' ? null : handOver.namedPartnerDomain,
    customer: { id: isDisclosed ? handOver.customerId : null, name: handOver.customerName, domain: handOver.customerDomain, country: handOver.customerCountry },
    createdAt: handOver.createdAt.toISOString(),
    validUntil: handOver.expiresAt.toISOString(),
    agreedAt: handOver.agreedAt?.toISOString() ?? null,
    answeredAt: handOver.answeredAt?.toISOString() ?? null,
    version: handOver.version,
  }
}

/** The whole of it for one side: what changes for it, what stands in the way, and what it may do now. */
export async function describeHandOver(work: Work, handOver: HandOver, reader: Language) {
  const { now, person, manifest } = work
  const known = await gatherHandOver(work, handOver, { hold: false })
  const { side, facts, plan, from, to } = known
  const status = effectiveHandOverStatus(handOver, now)
  const isOpen = isOpenHandOver(status)
  const [row, people, mayDo] = await Promise.all([
    describeHandOverRow(work, handOver, known),
    namesOfPeople(work.trx, [handOver.createdBy, handOver.agreedBy, handOver.answeredBy].filter((id) => id !== null)),
    rightsInOwnTenant(work),
  ])
  const named = (id: string | null) => (id === null ? null : { displayName: people.get(id)?.displayName ?? null })
  const servicesAreKnown = side !== 'from' || handOver.agreedAt !== null || !isGiven(handOver)
  const names = { from: from?.name ?? null, to: to?.name ?? null, customer: handOver.customerName }
  return {
    ...row,
    createdBy: named(handOver.createdBy),
    agreedBy: named(handOver.agreedBy),
    answeredBy: named(handOver.answeredBy),
    note: handOver.note,
    endedBecause: handOver.endedBecause,
    problems: isOpen ? describeProblems(handOverProblems(facts), reader) : [],
    preview: isOpen
      ? previewFor(work, { side, plan, names, servicesAreKnown, agreement: facts.own?.agreement ?? null, answering: side === 'customer' ? await answeringAfter(work, handOver, known) : null }, reader)
      : null,
    asks: { services: servicesAreKnown ? facts.services.map((id) => ({ id, name: serviceName(manifest, id, reader) })) : [], privileges: manifest.privileges },
    versionShown: versionOfHandOver(handOver, plan),
    can: openHandOverActs(handOver, person.tenantId, now).filter((act) => mayDo(actionOf[act])),
  }
}

function describeParty({ id, name, country, domain, kinds, programmeId, verifiedAt }: PartnerFacts) {
  return { id, name, country, domain, kinds: [...kinds], programmeId, isVerified: verifiedAt !== null }
}

/** Who answers to the customer once its present partner is gone and the new one is there, by the one rule of the responsibility map. */
async function answeringAfter(work: Work, handOver: HandOver, { plan, to }: KnownHandOver): Promise<Answering> {
  const { relationships, grants } = await tiesFor(work)
  const remaining = relationships.filter(({ endedAt, partnerId }) => endedAt === null && partnerId !== handOver.fromPartnerId)
  const after = [...remaining.map(({ partnerId, channel }) => ({ partnerId, channel })), ...(to ? [{ partnerId: to.id, channel: plan.channel }] : [])]
  const partners = await partnerFacts(work.trx, [...new Set(after.map(({ partnerId }) => partnerId))])
  const [service] = responsibilityMap({ services: ['any'], relationships: after, grants: grants.filter(({ partnerId }) => partnerId !== handOver.fromPartnerId), sold: [], partners })
  const answerable = service?.duties.find(({ duty }) => duty === 'support')?.answerable ?? []
  const name = (id: string) => partners.find((partner) => partner.id === id)?.name ?? ''
  return {
    inFront: answerable.filter(({ isBehind }) => !isBehind).map(({ partnerId }) => name(partnerId)),
    behind: answerable.filter(({ isBehind }) => isBehind).map(({ partnerId }) => name(partnerId)),
  }
}
