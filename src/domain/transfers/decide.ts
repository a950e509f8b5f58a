import { DomainError } from '../errors.ts'
import type { EventDraft, EventType } from '../events.ts'
import { transition } from '../transition.ts'
import { effectiveTransferStatus, isOpenTransfer, sideOfTransfer, type Transfer, transferValidityDays } from './transfer.ts'
import { transferTransitions } from './transitions.ts'

/** The next state and the fact to record; saved together or not at all. */
export interface DecidedTransfer {
  readonly next: Transfer
  readonly event: EventDraft
}

export interface TransferActor {
  readonly tenantId: string
  readonly personId: string
}

/** What moved, for the event that all concerned read; what it cost stands in the ledger alone. */
export interface MovedLine {
  readonly subscriptionId: string
  readonly quantity: number
}

export function transferDue(now: Date): Date {
  return new Date(now.getTime() + transferValidityDays * 86_400_000)
}

/** The first step, of the one or the other. */
export function proposeTransfer(transfer: Transfer): DecidedTransfer {
  return { next: transfer, event: fact(transfer, transfer.status === 'asked' ? 'subscriptionTransfer.asked' : 'subscriptionTransfer.offered', {}) }
}

/** The seller's yes to being asked. From now on the new partner has its own time to answer. */
export function offerTransfer(transfer: Transfer, by: TransferActor, { staysAsReseller, now }: { readonly staysAsReseller: boolean; readonly now: Date }): DecidedTransfer {
  const status = transition(transferTransitions, effectiveTransferStatus(transfer, now), 'offer')
  const next: Transfer = { ...transfer, status, staysAsReseller, offeredAt: now, offeredBy: by.personId, expiresAt: transferDue(now) }
  return { next, event: fact(next, 'subscriptionTransfer.offered', {}) }
}

/** The new partner's yes; what stands in the way is judged before, in the same transaction. */
export function acceptTransfer(transfer: Transfer, by: TransferActor, { moved, now }: { readonly moved: readonly MovedLine[]; readonly now: Date }): DecidedTransfer {
  const status = transition(transferTransitions, effectiveTransferStatus(transfer, now), 'accept')
  return { next: answered(transfer, by, { status, note: null, now }), event: fact({ ...transfer, answeredByTenant: by.tenantId }, 'subscriptionTransfer.completed', { lines: moved }) }
}

/** A real answer of whoever was asked (decision 6). */
export function declineTransfer(transfer: Transfer, by: TransferActor, { note, now }: { readonly note: string | null; readonly now: Date }): DecidedTransfer {
  const next = answered(transfer, by, { status: transition(transferTransitions, effectiveTransferStatus(transfer, now), 'decline'), note, now })
  return { next, event: fact(next, 'subscriptionTransfer.declined', { hasNote: note !== null }) }
}

/** The seller of what it offered, the other of what it asked for; only while it waits (D.11). */
export function withdrawTransfer(transfer: Transfer, by: TransferActor, { note, now }: { readonly note: string | null; readonly now: Date }): DecidedTransfer {
  const next = answered(transfer, by, { status: transition(transferTransitions, effectiveTransferStatus(transfer, now), 'withdraw'), note, now })
  return { next, event: fact(next, 'subscriptionTransfer.withdrawn', { hasNote: note !== null }) }
}

/** Makes the record agree with the truth; before its time it is refused. */
export function expireTransfer(transfer: Transfer, now: Date): DecidedTransfer {
  if (isOpenTransfer(transfer.status) && effectiveTransferStatus(transfer, now) !== 'expired') {
    throw new DomainError('invalidTransition', 'Cannot expire before its last moment.', { action: 'expire', current: transfer.status, allowedFrom: ['after its last moment'] })
  }
  const next: Transfer = { ...transfer, status: transition(transferTransitions, transfer.status, 'expire') }
  return { next, event: fact(next, 'subscriptionTransfer.expired', {}) }
}

export type OpenTransferAct = 'offer' | 'accept' | 'decline' | 'withdraw'

/** What its state leaves open to that side now; who may do it is asked of the permission table. */
export function openTransferActs(transfer: Transfer, tenantId: string, now: Date): OpenTransferAct[] {
  const status = effectiveTransferStatus(transfer, now)
  const side = sideOfTransfer(transfer, tenantId)
  if (status === 'asked') return side === 'from' ? ['offer', 'decline'] : side === 'to' ? ['withdraw'] : []
  if (status === 'offered') return side === 'to' ? ['accept', 'decline'] : side === 'from' ? ['withdraw'] : []
  return []
}

function answered(transfer: Transfer, by: TransferActor, { status, note, now }: { readonly status: Transfer['status']; readonly note: string | null; readonly now: Date }): Transfer {
  return { ...transfer, status, note, answeredAt: now, answeredBy: by.personId, answeredByTenant: by.tenantId }
}

/** Filed under the customer by both partners, and by the customer under its seller, and under the new one once it is that. */
function fact(transfer: Transfer, type: EventType, data: Record<string, unknown>): EventDraft {
  const { id, proposerId, fromPartnerId, toPartnerId, customerId } = transfer
  const seller = type === 'subscriptionTransfer.completed' ? toPartnerId : (fromPartnerId ?? proposerId)
  const partners = [fromPartnerId, toPartnerId].filter((partner) => partner !== null)
  return {
    type,
    resource: { type: 'subscriptionTransfer', id },
    readers: [...partners.map((tenantId) => ({ tenantId, counterpartId: customerId })), { tenantId: customerId, counterpartId: seller }],
    data,
  }
}
