/** One subscription that is with a connector. `accepted`: it took it and answers later; `failed`: only a person tries again; `givenUp`: the operator does it by hand. */
export const callStatuses = ['queued', 'accepted', 'failed', 'givenUp', 'settled'] as const
export type CallStatus = (typeof callStatuses)[number]

export interface ConnectorCall {
  readonly partnerId: string
  readonly customerId: string
  readonly subscriptionId: string
  /** null where the connector was taken away meanwhile */
  readonly connectorId: string | null
  readonly status: CallStatus
  readonly attempts: number
  readonly lastAt: Date | null
  /** of HTTP; null where no answer came */
  readonly lastStatus: number | null
  readonly lastAnswer: string | null
}

/** What a connector says of a subscription. */
export type ConnectorWord = { readonly status: 'fulfilled' } | { readonly status: 'refused'; readonly note: string } | { readonly status: 'accepted' }

/** What became of one attempt. */
export type CallOutcome =
  | { readonly kind: 'word'; readonly word: ConnectorWord; readonly httpStatus: number; readonly answer: string }
  /** not an answer that settles anything; `isFinal`: trying again by itself would change nothing */
  | { readonly kind: 'failure'; readonly isFinal: boolean; readonly httpStatus: number | null; readonly answer: string }

/** With the queue's growing pauses about two days; then the operator sees it as failed and may try again. */
export const mostAttempts = 15
const longestAnswer = 500
const worthAnotherTry = new Set([408, 425, 429])

/** Reads an answer by status and body. 202 needs no body; everything else says in JSON what it means, or is no answer. */
export function readAnswer(httpStatus: number, body: string): CallOutcome {
  const answer = shortened(body)
  if (httpStatus === 202 && body.trim() === '') return { kind: 'word', word: { status: 'accepted' }, httpStatus, answer }
  const word = httpStatus >= 200 && httpStatus < 300 ? wordIn(body) : undefined
  if (word) return { kind: 'word', word, httpStatus, answer }
  return { kind: 'failure', isFinal: httpStatus < 500 && !worthAnotherTry.has(httpStatus), httpStatus, answer }
}

/** Kept for the operator's eyes: no control characters, a limited length. */
export function shortened(text: string): string {
  return [...text.replace(/[\p{Cc}\p{Cs}\p{Bidi_Control}\u2028\u2029]+/gu, ' ').trim()].slice(0, longestAnswer / 2).join('')
}

function wordIn(body: string): ConnectorWord | undefined {
  let said: { readonly status?: unknown; readonly note?: unknown } | null
  try {
    said = JSON.parse(body) as typeof said
  } catch {
    return undefined
  }
  if (said?.status === 'fulfilled' || said?.status === 'accepted') return { status: said.status }
  return said?.status === 'refused' && typeof said.note === 'string' && said.note.trim() !== '' ? { status: 'refused', note: said.note } : undefined
}

export type CallAct = 'retry' | 'giveUp'

/** What the operator may do about it now. Without a connector nothing can be tried; what was settled stays so. */
export function openCallActs(call: Pick<ConnectorCall, 'status' | 'attempts'> | undefined, hasConnector: boolean): CallAct[] {
  const mayRetry = hasConnector && (!call || call.status === 'accepted' || call.status === 'failed' || call.status === 'givenUp' || (call.status === 'queued' && call.attempts > 0))
  const mayGiveUp = call !== undefined && call.status !== 'givenUp' && call.status !== 'settled'
  return [...(mayRetry ? (['retry'] as const) : []), ...(mayGiveUp ? (['giveUp'] as const) : [])]
}
