import { localName } from '../../domain/clouds/cloud-rules.ts'
import { invitationPath } from '../../domain/links/invitation-url.ts'
import { openActs } from '../../domain/relationship-requests/decide.ts'
import { effectiveStatus, type RelationshipRequest, type RequestVisit } from '../../domain/relationship-requests/relationship-request.ts'
import { reasonText } from '../../language/error-text.ts'
import type { Language } from '../../language/languages.ts'
import { accountNames } from '../../store/customer-account-store.ts'
import { namesOfPeople } from '../../store/names-of-people.ts'
import { partnerFacts } from '../../store/partner-facts-store.ts'
import { latestVisits, visitsOf } from '../../store/relationship-request-list-store.ts'
import type { Work } from '../use-case.ts'
import { storedDraft } from './request-draft.ts'
import { storedRequestLink } from './request-link.ts'
import { type MayDo, rightsInOwnTenant } from './standing.ts'

const actionOf = {
  share: 'relationshipRequest.share',
  edit: 'relationshipRequest.edit',
  remind: 'relationshipRequest.remind',
  withdraw: 'relationshipRequest.withdraw',
  resend: 'relationshipRequest.resend',
} as const

export type DescribedRow = Awaited<ReturnType<typeof describeRequests>>[number]
export type DescribedRequest = Awaited<ReturnType<typeof describeRequest>>

/** The partner's own list: every tracked request with its state, and what came of its link (pain point H-1). */
export async function describeRequests(work: Work, requests: readonly RelationshipRequest[], reader: Language) {
  const { trx, person } = work
  const mayDo = await rightsInOwnTenant(work)
  const customers = requests.flatMap(({ customerId, named }) => customerId ?? named.customerId ?? [])
  const [names, people, visits, seconds] = await Promise.all([
    accountNames(trx, person.tenantId, customers),
    namesOfPeople(trx, requests.map(({ createdBy }) => createdBy)),
    latestVisits(trx, person.tenantId, requests.map(({ id }) => id)),
    partnerFacts(trx, [...new Set(requests.flatMap(({ secondPartnerId }) => secondPartnerId ?? []))]),
  ])
  return requests.map((request) => {
    const visit = visits.get(request.id)
    const second = seconds.find(({ id }) => id === request.secondPartnerId)
    const named = second ? { id: second.id, name: second.name } : null
    return {
      ...plainFacts(work, request, { mayDo, names, reader }),
      createdBy: { id: request.createdBy, displayName: people.get(request.createdBy)?.displayName ?? null },
      // The other partner of a joint request, by what it is.
      provider: request.isAskedByProvider ? null : named,
      reseller: request.isAskedByProvider ? named : null,
      lastVisit: visit ? describeVisit(visit, reader) : null,
    }
  })
}

export interface RequestWishes {
  readonly reader: Language
  /** with the words of the letter, in which the link stands: never in an answer that is kept for repeating (rule R3) */
  readonly withWords: boolean
  /** and the link by itself; both links only to those who may ask */
  readonly withLink: boolean
}

/** One request with everything around it. */
export async function describeRequest(work: Work, request: RelationshipRequest, { reader, withWords, withLink }: RequestWishes) {
  const [row] = await describeRequests(work, [request], reader)
  const { lastVisit: _, ...facts } = row!
  const visits = await visitsOf(work.trx, request.partnerId, request.id)
  const mayDo = await rightsInOwnTenant(work)
  const link = withWords && mayDo('relationshipRequest.share') ? await storedRequestLink(work, request) : null
  const draft = withWords ? await storedDraft(work, request, link ?? maskedLink(work)) : null
  return {
    ...facts,
    draft: draft && {
      subject: draft.subject,
      paragraphs: draft.paragraphs.map((paragraph) => ({ ...paragraph, editable: paragraph.editable && link !== null })),
      text: draft.text,
    },
    link: withLink ? link : null,
    visits: visits.map((visit) => describeVisit(visit, reader)),
  }
}

/** Shows where the link stands to those who may read the letter and not send it. */
function maskedLink({ env }: Work): string {
  return `${env.publicUrl}${invitationPath}#…`
}

interface Around {
  readonly mayDo: MayDo
  readonly names: ReadonlyMap<string, string>
  readonly reader: Language
}

function plainFacts(work: Work, request: RelationshipRequest, { mayDo, names, reader }: Around) {
  const { now, manifest } = work
  const whom = request.customerId ?? request.named.customerId
  const services = manifest.services.filter(({ id }) => request.services.includes(id))
  return {
    id: request.id,
    kind: request.kind,
    status: effectiveStatus(request, now),
    named: request.named,
    customerId: request.customerId,
    customerName: (whom !== null ? names.get(whom) : undefined) ?? request.named.companyName,
    services: request.services,
    serviceNames: services.map(({ name }) => localName(name, reader)),
    askPrivileges: request.services.length > 0,
    language: request.language,
    validUntil: request.expiresAt.toISOString(),
    createdAt: request.createdAt.toISOString(),
    sharedAt: instant(request.sharedAt),
    openedAt: instant(request.openedAt),
    answeredAt: instant(request.answeredAt),
    declineReason: request.declineReason,
    remindedAt: instant(request.remindedAt),
    freshLinkAskedAt: instant(request.freshLinkAskedAt),
    followsId: request.followsId,
    version: request.version,
    can: openActs(request, now).filter((act) => mayDo(actionOf[act])),
  }
}

function describeVisit({ id, at, outcome, reasonCode, visitor }: RequestVisit, reader: Language) {
  return { id, at: at.toISOString(), outcome, reasonCode, reasonText: reasonCode === null ? null : (reasonText(reader, reasonCode) ?? null), visitor }
}

function instant(at: Date | null): string | null {
  return at?.toISOString() ?? null
}
