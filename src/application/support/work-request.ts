import { DomainError } from '../../domain/errors.ts'
import { actsOf, closeRequest, type DecidedRequest, escalateRequest, noteRequest, reopenRequest, type RequestAct } from '../../domain/support/decide-request.ts'
import { caseText } from '../../domain/support/plain-text.ts'
import { checkedFile } from '../../domain/support/request-file.ts'
import { mostFiles, mostNotes, type RequestSide, type ServiceRequest, serviceRequestTransitions } from '../../domain/support/service-request.ts'
import { transition } from '../../domain/transition.ts'
import type { Language } from '../../language/languages.ts'
import { filesOfRequest, insertRequestFile, insertRequestNote, notesOfRequest } from '../../store/request-note-store.ts'
import { lockServiceRequest, saveServiceRequest } from '../../store/service-request-store.ts'
import { withinBudget } from '../limits.ts'
import type { UseCase, Work } from '../use-case.ts'
import { recordRequest } from './record-request.ts'
import { isOver, showWholeRequest, type WholeRequest, workActions } from './show-request.ts'

export interface RequestNamed {
  readonly id: string
  readonly reader: Language
}

type Act<More = unknown> = UseCase<RequestNamed & More, WholeRequest>

/** Everything that somebody on one side does with a request; each side has its own line of the permission table. */
export function requestActs(side: RequestSide): {
  readonly note: Act<{ readonly text: string }>
  readonly escalate: Act<{ readonly text: string }>
  readonly settle: Act<{ readonly act: 'close' | 'reopen' }>
  readonly attach: Act<{ readonly name: string; readonly content: string }>
} {
  const action = workActions[side]
  return {
    note: { action, run: (work, { text, ...named }) => addNote(work, side, named, { text, decide: (request) => noteRequest(request, side, work.now) }) },
    escalate: { action, run: (work, { text, ...named }) => addNote(work, side, named, { text, decide: (request) => escalate(request, side, work.now) }) },
    settle: { action, run: (work, { act, ...named }) => settle(work, side, named, act) },
    attach: { action, run: (work, { name, content, ...named }) => attach(work, side, named, { name, content }) },
  }
}

/** One more word in the thread; who writes decides who waits next. */
async function addNote(work: Work, side: RequestSide, { id, reader }: RequestNamed, { text, decide }: { readonly text: string; readonly decide: (request: ServiceRequest) => DecidedRequest }): Promise<WholeRequest> {
  const words = caseText(text)
  const { personId, tenantId } = work.person
  const request = await locked(work, side, id)
  return withinBudget(work.env, 'supportMessage', { personId, tenantId }, async () => {
    const { next, event } = decide(request)
    if ((await notesOfRequest(work.trx, id)).length >= mostNotes) throw new DomainError('supportNotPossible', 'The request is full.', { reason: 'serviceRequestFull' })
    await insertRequestNote(work.trx, request, { id: work.newId(), at: work.now, side, personId, text: words })
    const saved = await saveServiceRequest(work.trx, next)
    await recordRequest(work, saved, event)
    return showWholeRequest(work, saved, side, reader)
  })
}

async function settle(work: Work, side: RequestSide, { id, reader }: RequestNamed, act: 'close' | 'reopen'): Promise<WholeRequest> {
  const request = await locked(work, side, id)
  requireOpenTo(request, side, act)
  const { next, event } = act === 'close' ? closeRequest(request, side, work.now) : reopenRequest(request, side, work.now)
  const saved = await saveServiceRequest(work.trx, next)
  await recordRequest(work, saved, event)
  return showWholeRequest(work, saved, side, reader)
}

async function attach(work: Work, side: RequestSide, { id, reader }: RequestNamed, sent: { readonly name: string; readonly content: string }): Promise<WholeRequest> {
  const { personId, tenantId } = work.person
  const request = await locked(work, side, id)
  const file = checkedFile(sent.name, sent.content)
  if (request.status === 'closed') throw new DomainError('supportNotPossible', 'The request is closed.', { reason: 'serviceRequestClosed' })
  if ((await filesOfRequest(work.trx, id)).length >= mostFiles) throw new DomainError('supportNotPossible', 'The request has too many files.', { reason: 'serviceFilesFull' })
  return withinBudget(work.env, 'supportMessage', { personId, tenantId }, async () => {
    const fileId = work.newId()
    await insertRequestFile(work.trx, request, { ...file, id: fileId, at: work.now, side, personId })
    const saved = await saveServiceRequest(work.trx, { ...request, changedAt: work.now })
    const readers = [{ tenantId: request.customerId, counterpartId: request.partnerId }, ...(request.partnerId === null ? [] : [{ tenantId: request.partnerId, counterpartId: request.customerId }])]
    await recordRequest(work, saved, { type: 'serviceRequest.fileAdded', resource: { type: 'serviceRequest', id }, readers, data: { fileId, by: side } })
    return showWholeRequest(work, saved, side, reader)
  })
}

function escalate(request: ServiceRequest, side: RequestSide, now: Date): DecidedRequest {
  requireOpenTo(request, side, 'escalate')
  return escalateRequest(request, now)
}

/** First whether it is there, then whether it can still be spoken in. */
async function locked(work: Work, side: RequestSide, id: string): Promise<ServiceRequest> {
  const request = await lockServiceRequest(work.trx, { side, tenantId: work.person.tenantId }, id)
  if (await isOver(work, request)) throw new DomainError('supportNotPossible', 'The partner of this request has gone.', { reason: 'serviceRequestOver' })
  return request
}

/** The state says no before the side does: what is not possible for anybody now is no question of rights. */
function requireOpenTo(request: ServiceRequest, side: RequestSide, act: RequestAct): void {
  if (actsOf(request, side).includes(act)) return
  transition(serviceRequestTransitions, request.status, act)
  throw new DomainError('supportNotPossible', `Not from here: ${act}.`, { reason: act === 'escalate' ? 'serviceRequestAtOperator' : 'serviceRequestNotYours' })
}
