import type { CreationRequest } from '../../domain/creation-requests/creation-request.ts'
import { type CreationRequestAct, openCreationActs } from '../../domain/creation-requests/decide.ts'
import type { Action } from '../../domain/permissions.ts'
import { namesOfPeople } from '../../store/names-of-people.ts'
import { type PartnerFacts, partnerFacts } from '../../store/partner-facts-store.ts'
import { type MayDo, rightsInOwnTenant } from '../relationship-requests/standing.ts'
import type { Work } from '../use-case.ts'
import { sideOf } from './own-creation-request.ts'

const actionOf: Readonly<Record<CreationRequestAct, Action>> = {
  complete: 'customer.create',
  decline: 'creationRequest.decline',
  withdraw: 'creationRequest.withdraw',
}

export type DescribedCreationRequestRow = Awaited<ReturnType<typeof describeCreationRequests>>[number]
export type DescribedCreationRequest = Awaited<ReturnType<typeof describeCreationRequest>>

/** Rows of either list: for whom, with whom, how it stands and what is open to this person. */
export async function describeCreationRequests(work: Work, requests: readonly CreationRequest[]) {
  const others = [...new Set(requests.map((request) => otherOf(request, work)))]
  const [mayDo, facts, people] = await Promise.all([
    rightsInOwnTenant(work),
    partnerFacts(work.trx, others),
    namesOfPeople(work.trx, requests.flatMap(({ createdBy, answeredBy }) => [createdBy, answeredBy].filter((id) => id !== null))),
  ])
  const around: Around = { work, mayDo, facts: new Map(facts.map((one) => [one.id, one])), people }
  return requests.map((request) => describeOne(request, around))
}

/** One request with the whole form, for the page and for the provider's wizard. */
export async function describeCreationRequest(work: Work, request: CreationRequest) {
  const [row] = await describeCreationRequests(work, [request])
  return { ...row!, customer: request.customer }
}

interface Around {
  readonly work: Work
  readonly mayDo: MayDo
  readonly facts: ReadonlyMap<string, PartnerFacts>
  readonly people: ReadonlyMap<string, { readonly displayName: string | null }>
}

function describeOne(request: CreationRequest, { work, mayDo, facts, people }: Around) {
  const side = sideOf(request, work)
  const other = facts.get(otherOf(request, work))
  const named = (id: string | null) => (id === null ? null : { displayName: people.get(id)?.displayName ?? null })
  return {
    id: request.id,
    side,
    status: request.status,
    companyName: request.customer.companyName,
    country: request.customer.country,
    partner: other ? { id: other.id, name: other.name } : null,
    note: request.note,
    createdAt: request.createdAt.toISOString(),
    createdBy: named(request.createdBy),
    answeredAt: request.answeredAt?.toISOString() ?? null,
    answeredBy: named(request.answeredBy),
    declineReason: request.declineReason,
    customerId: request.customerId,
    version: request.version,
    can: openCreationActs(request, side).filter((act) => mayDo(actionOf[act])),
  }
}

function otherOf(request: CreationRequest, work: Work): string {
  return sideOf(request, work) === 'provider' ? request.resellerId : request.providerId
}
