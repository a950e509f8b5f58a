import type { EndRequest } from '../../domain/removal/end-request.ts'
import type { Language } from '../../language/languages.ts'
import { latestActsOf, namesOfPeople } from '../../store/activity-store.ts'
import { latestEndRequest } from '../../store/end-request-store.ts'
import { type PartnerFacts, partnerFacts } from '../../store/partner-facts-store.ts'
import { grantsOfCustomer, type UsedPrivilegeGrant } from '../../store/privilege-store.ts'
import { type ResellerRelationship, relationshipsOfCustomer } from '../../store/reseller-relationship-store.ts'
import { roleAllows } from '../../domain/rights.ts'
import { describeActivity } from '../activity/describe-activity.ts'
import { serviceName } from '../service-name.ts'
import type { Work } from '../use-case.ts'

/** How many of a partner's latest acts its row shows. */
const latelyCount = 5

export type PartnerRelationship = Awaited<ReturnType<typeof describePartners>>[number]

/** Everything between the customer and these partners, as the customer reads it; none is left out that holds anything. */
export async function describePartners(work: Work, partners: readonly PartnerFacts[], ties: CustomerTies, language: Language) {
  const { trx, person, manifest } = work
  const ids = partners.map(({ id }) => id)
  const [acts, endRequests, names] = await Promise.all([
    latestActsOf(trx, person.tenantId, ids, latelyCount),
    Promise.all(ids.map((id) => latestEndRequest(trx, id, person.tenantId))),
    namesOfPeople(trx, ties.grants.map(({ lastUsedBy }) => lastUsedBy)),
  ])
  const entries = await describeActivity(work, acts, language)
  return partners.map((partner, index) => {
    const relationship = latestOf(ties.relationships, partner.id)
    const grants = ties.grants.filter(({ partnerId }) => partnerId === partner.id)
    const endRequest = endRequests[index]
    return {
      partnerId: partner.id,
      name: partner.name,
      country: partner.country,
      domain: partner.domain,
      programmeId: partner.programmeId,
      isVerified: partner.verifiedAt !== null,
      kinds: [...partner.kinds],
      relationship: relationship && describeRelationship(relationship),
      privileges: grants.map(({ service, grantedAt, lastUsedAt, lastUsedBy }) => ({
        service,
        serviceName: serviceName(manifest, service, language),
        grantedAt: grantedAt.toISOString(),
        lastUsedAt: lastUsedAt?.toISOString() ?? null,
        lastUsedBy: (lastUsedBy && names.get(lastUsedBy)?.displayName) ?? null,
      })),
      privilegesWithoutRelationship: grants.length > 0 && !(relationship && relationship.endedAt === null),
      recent: entries.filter(({ counterpart }) => counterpart?.id === partner.id),
      endRequest: endRequest && relationship && isOfPresent(endRequest, relationship) ? describeEndRequest(endRequest) : null,
      can: openActs(work, { relationship, grants, endRequest }),
    }
  })
}

export interface CustomerTies {
  readonly relationships: readonly ResellerRelationship[]
  readonly grants: readonly UsedPrivilegeGrant[]
}

export async function tiesFor({ trx, person }: Work): Promise<CustomerTies> {
  const [relationships, grants] = await Promise.all([relationshipsOfCustomer(trx, person.tenantId), grantsOfCustomer(trx, person.tenantId)])
  return { relationships, grants }
}

/** The partners with whom something is in force, by name. */
export async function presentPartners(work: Work, { relationships, grants }: CustomerTies): Promise<PartnerFacts[]> {
  const active = relationships.filter(({ endedAt }) => endedAt === null)
  const ids = new Set([...active, ...grants].map(({ partnerId }) => partnerId))
  return partnerFacts(work.trx, [...ids])
}

/** The active relationship, else the last one there was. */
function latestOf(relationships: readonly ResellerRelationship[], partnerId: string): ResellerRelationship | null {
  const own = relationships.filter((one) => one.partnerId === partnerId)
  return own.find(({ endedAt }) => endedAt === null) ?? own[0] ?? null
}

function describeRelationship({ id, channel, startedAt, endedAt }: ResellerRelationship) {
  return { id, status: endedAt === null ? 'active' : 'ended', since: startedAt.toISOString(), endedAt: endedAt?.toISOString() ?? null, channel }
}

/** A question about a relationship of former days is history, not a question. */
function isOfPresent({ askedAt }: EndRequest, { startedAt, endedAt }: ResellerRelationship): boolean {
  return askedAt >= startedAt && (endedAt === null || askedAt <= endedAt)
}

function describeEndRequest(request: EndRequest) {
  return {
    id: request.id,
    status: request.status,
    reason: request.reason,
    askedAt: request.askedAt.toISOString(),
    answerDueAt: request.answerDueAt.toISOString(),
    answeredAt: request.answeredAt?.toISOString() ?? null,
    answerNote: request.answerNote,
  }
}

function openActs({ person }: Work, ties: { relationship: ResellerRelationship | null; grants: readonly unknown[]; endRequest: EndRequest | undefined }): string[] {
  const { relationship, grants, endRequest } = ties
  const isActive = relationship !== null && relationship.endedAt === null
  const isAsked = endRequest?.status === 'asked'
  return [
    ...(grants.length > 0 && roleAllows(person.roles, 'privileges.remove') ? ['removePrivileges'] : []),
    ...(isActive && !isAsked && roleAllows(person.roles, 'partnerRelationship.askEnd') ? ['askEnd'] : []),
  ]
}
