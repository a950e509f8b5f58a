import type { Action } from '../../domain/permissions.ts'
import { roleAllows } from '../../domain/rights.ts'
import { actsOf, type RequestAct } from '../../domain/support/decide-request.ts'
import { answerDueAt, isOverdue, mostFiles, mostNotes, type RequestSide, type ServiceRequest } from '../../domain/support/service-request.ts'
import type { Language } from '../../language/languages.ts'
import { namesOfPeople } from '../../store/names-of-people.ts'
import { filesOfRequest, notesOfRequest, type RequestFile, type RequestNote } from '../../store/request-note-store.ts'
import { isRelated, partiesOf } from '../../store/service-request-store.ts'
import { findSubscription } from '../../store/subscription-store.ts'
import { nameReadBy } from '../subscriptions/friendly-name.ts'
import { serviceName } from '../service-name.ts'
import type { Work } from '../use-case.ts'

export interface ShownRequest extends ServiceRequest {
  readonly customerName: string | null
  readonly partnerName: string | null
  /** null once erased */
  readonly filedByName: string | null
  readonly serviceName: string | null
  readonly answerDueAt: Date | null
  readonly isOverdue: boolean
}

export type RequestCan = RequestAct | 'attach'

export interface WholeRequest extends ShownRequest {
  readonly subscriptionName: string | null
  readonly can: readonly RequestCan[]
  readonly notes: readonly (RequestNote & { readonly authorName: string | null })[]
  readonly files: readonly (RequestFile & { readonly authorName: string | null })[]
}

/** What one must be allowed to do anything with a request on each side. */
export const workActions = { customer: 'ownServiceRequest.file', partner: 'serviceRequest.work', operator: 'anyServiceRequest.work' } as const satisfies Record<RequestSide, Action>

export async function showRequests({ trx, now, env, manifest }: Work, requests: readonly ServiceRequest[], reader: Language): Promise<ShownRequest[]> {
  const [people, tenants] = await Promise.all([
    namesOfPeople(trx, requests.map(({ filedBy }) => filedBy)),
    partiesOf(trx, requests.flatMap(({ customerId, partnerId }) => (partnerId === null ? [customerId] : [customerId, partnerId]))),
  ])
  return requests.map((request) => ({
    ...request,
    customerName: tenants.get(request.customerId)?.name ?? null,
    partnerName: tenants.get(request.partnerId ?? '')?.name ?? null,
    filedByName: people.get(request.filedBy)?.displayName ?? null,
    serviceName: request.serviceId === null ? null : serviceName(env.manifestOf(tenants.get(request.customerId)?.cloud ?? manifest.id), request.serviceId, reader),
    answerDueAt: answerDueAt(request),
    isOverdue: isOverdue(request, now),
  }))
}

export async function showWholeRequest(work: Work, request: ServiceRequest, side: RequestSide, reader: Language): Promise<WholeRequest> {
  const { trx } = work
  const [[shown], notes, files] = await Promise.all([showRequests(work, [request], reader), notesOfRequest(trx, request.id), filesOfRequest(trx, request.id)])
  const authors = await namesOfPeople(trx, [...notes, ...files].map(({ personId }) => personId))
  const subscription = request.subscriptionId === null ? undefined : await findSubscription(trx, request.customerId, request.subscriptionId)
  const named = <One extends { readonly personId: string }>(one: One) => ({ ...one, authorName: authors.get(one.personId)?.displayName ?? null })
  return {
    ...shown!,
    subscriptionName: subscription ? nameReadBy(work.person.tenantId, subscription, reader) : null,
    can: await openTo(work, request, side, { notes: notes.length, files: files.length }),
    notes: notes.map(named),
    files: files.map(named),
  }
}

async function openTo(work: Work, request: ServiceRequest, side: RequestSide, count: { readonly notes: number; readonly files: number }): Promise<RequestCan[]> {
  if (!roleAllows(work.person.roles, workActions[side]) || (await isOver(work, request))) return []
  const acts = actsOf(request, side).filter((act) => count.notes < mostNotes || (act !== 'write' && act !== 'answer' && act !== 'escalate'))
  return request.status !== 'closed' && count.files < mostFiles ? [...acts, 'attach'] : acts
}

/** Closed, and its partner has gone: it stays to be read. */
export async function isOver({ trx }: Work, { status, partnerId, customerId, closedBecause }: ServiceRequest): Promise<boolean> {
  return status === 'closed' && (closedBecause !== null || (partnerId !== null && !(await isRelated(trx, partnerId, customerId))))
}
