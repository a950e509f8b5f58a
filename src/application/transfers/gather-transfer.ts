import { splitAt, versionOfTransfer } from '../../domain/transfers/split.ts'
import { effectiveTransferStatus, knowsOther, sideOfTransfer, type Transfer, type TransferSide } from '../../domain/transfers/transfer.ts'
import type { TransferFacts, TransferItem } from '../../domain/transfers/verdict.ts'
import { resellerRefusal } from '../../domain/subscriptions/judge-order.ts'
import type { Subscription } from '../../domain/subscriptions/subscription.ts'
import { roleAllows } from '../../domain/rights.ts'
import { basesWithAddOns, convertingNow, itemsOfTransfer, offeredNow, type StoredItem } from '../../store/transfer-item-store.ts'
import { acrossPartners, customerOfTransfer, offererOf, partiesOf, type PartyRow, type TransferCustomer } from '../../store/transfer-standing-store.ts'
import { ownAcceptance, standingAttestation } from '../agreements/attest.ts'
import { resellerNamed } from '../orders/gather-order.ts'
import type { Work } from '../use-case.ts'

export interface KnownTransfer {
  readonly side: TransferSide
  readonly from: PartyRow | null
  readonly to: PartyRow | null
  readonly customer: TransferCustomer
  readonly facts: TransferFacts
  /** as it was offered or moved */
  readonly stored: readonly StoredItem[]
  /** of everything that an acceptance would move, and at what price */
  readonly versionShown: number
}

/**
 * A transfer as its reader may know it; the page and the act judge by the same facts. With `hold` the partners, whoever offered
 * and the subscriptions stay as they are until the act has committed (rules R7, R10).
 */
export async function gatherTransfer(work: Work, transfer: Transfer, how: { readonly hold: boolean }): Promise<KnownTransfer> {
  const { trx, person, now } = work
  const side = sideOfTransfer(transfer, person.tenantId)!
  const isOffered = effectiveTransferStatus(transfer, now) === 'offered'
  const seen = await acrossPartners(trx, async () => {
    const parties = await partiesOf(trx, [transfer.fromPartnerId, transfer.toPartnerId].filter((id) => id !== null), transfer.customerId, how)
    const customer = await customerOfTransfer(trx, transfer.customerId)
    const offerer = transfer.offeredBy === null ? undefined : await offererOf(trx, transfer.offeredBy, how)
    const stored = await itemsOfTransfer(trx, transfer.id)
    const wanted = stored.filter(({ isAddOn }) => !isAddOn).map(({ subscriptionId }) => subscriptionId)
    const living = isOffered ? await basesWithAddOns(trx, { customerId: transfer.customerId, partnerId: transfer.fromPartnerId! }, wanted, how) : []
    const elsewhere = isOffered ? await offeredNow(trx, wanted, now, transfer.id) : new Set<string>()
    return { parties, customer, stored, offererMayStill: !offerer || (offerer.isActive && roleAllows(offerer.roles, 'transfer.offer')), items: itemsFrom(living, { offered: elsewhere, converting: await convertingNow(trx, wanted) }) }
  })
  const { from, to } = knownParties(transfer, side, seen.parties)
  const facts: TransferFacts = {
    ...{ manifest: work.manifest, from, to, customer: seen.customer, items: seen.items, offererMayStill: seen.offererMayStill, now },
    hasAgreed: isOffered && side === 'to' ? await hasAgreed(work, seen.customer) : null,
    resellerRefused: isOffered && side === 'to' && transfer.staysAsReseller && (await isRefusedAsReseller(work, transfer, to)),
  }
  return { side, from, to, customer: seen.customer, facts, stored: seen.stored, versionShown: versionOfTransfer(transfer, seen.items.flatMap((item) => shownOf(item, now))) }
}

/** Base by base, each with what lives on it. */
export function itemsFrom(subscriptions: readonly Subscription[], { offered, converting }: { readonly offered: ReadonlySet<string>; readonly converting: ReadonlySet<string> }): TransferItem[] {
  return subscriptions
    .filter(({ parentId, id }) => parentId === null || !subscriptions.some((one) => one.id === parentId && one.id !== id))
    .map((base) => ({ base, addOns: subscriptions.filter(({ parentId, status }) => parentId === base.id && status !== 'deleted'), isOpenElsewhere: offered.has(base.id), isConverting: converting.has(base.id) }))
}

function knownParties(transfer: Transfer, side: TransferSide, parties: readonly PartyRow[]): { readonly from: PartyRow | null; readonly to: PartyRow | null } {
  const party = (id: string | null) => parties.find((one) => one.id === id) ?? null
  const knows = knowsOther(transfer, side)
  return { from: side === 'from' || knows ? party(transfer.fromPartnerId) : null, to: side === 'to' || knows ? party(transfer.toPartnerId) : null }
}

async function hasAgreed(work: Work, { id: customerId, country }: TransferCustomer): Promise<boolean> {
  const { standing } = await ownAcceptance(work, { customerId, country })
  return standing === 'accepted' || standing === 'notRequired' || (await standingAttestation(work, { customerId, country })) !== undefined
}

/** By the rules of an order that would name it; the partnership is held. */
async function isRefusedAsReseller(work: Work, { customerId, fromPartnerId }: Transfer, to: PartyRow | null): Promise<boolean> {
  return !to || resellerRefusal({ id: to.id, country: to.country, kinds: to.kinds }, await resellerNamed(work, customerId, fromPartnerId!)) !== null
}

function shownOf({ base, addOns }: TransferItem, now: Date) {
  return [base, ...addOns].map((one) => [one.id, one.status, one.quantity, one.unitPrice.toString(), one.autoRenew, one.startedAt ? splitAt(one, now).debit.amount.toString() : null])
}
