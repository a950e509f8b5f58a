import { decimalOf } from '../../domain/money/money.ts'
import type { Action } from '../../domain/permissions.ts'
import { decide, isDeniedByCloud, roleAllows } from '../../domain/rights.ts'
import { cyclePrice } from '../../domain/subscriptions/charges.ts'
import type { Subscription } from '../../domain/subscriptions/subscription.ts'
import { openTransferActs, type OpenTransferAct } from '../../domain/transfers/decide.ts'
import { splitAt } from '../../domain/transfers/split.ts'
import { effectiveTransferStatus, isOpenTransfer, type Transfer } from '../../domain/transfers/transfer.ts'
import { itemProblem, transferProblems } from '../../domain/transfers/verdict.ts'
import type { Language } from '../../language/languages.ts'
import { holdStanding } from '../../store/rights-store.ts'
import type { StoredItem } from '../../store/transfer-item-store.ts'
import type { PartyRow } from '../../store/transfer-standing-store.ts'
import { explain } from '../relationship-requests/explain.ts'
import type { Work } from '../use-case.ts'
import { gatherTransfer, type KnownTransfer } from './gather-transfer.ts'

export type DescribedTransfer = Awaited<ReturnType<typeof describeTransfer>>
export type DescribedTransferRow = ReturnType<typeof describeTransferRow>

const actionOf: Readonly<Record<OpenTransferAct, Action>> = { offer: 'transfer.offer', accept: 'transfer.accept', decline: 'transfer.decline', withdraw: 'transfer.withdraw' }

/** A row of the list: who and whom, as far as this side may know it, and how it stands. */
export function describeTransferRow({ now }: Pick<Work, 'now'>, transfer: Transfer, { side, from, to, customer, stored }: Pick<KnownTransfer, 'side' | 'from' | 'to' | 'customer' | 'stored'>) {
  return {
    id: transfer.id,
    side,
    status: effectiveTransferStatus(transfer, now),
    from: from && partyOf(from),
    to: to && partyOf(to),
    namedPartnerDomain: side === 'customer' ? null : transfer.namedPartnerDomain,
    customer: { id: customer.id, name: customer.name },
    itemCount: stored.filter(({ isAddOn }) => !isAddOn).length,
    createdAt: transfer.createdAt.toISOString(),
    validUntil: transfer.expiresAt.toISOString(),
    offeredAt: transfer.offeredAt?.toISOString() ?? null,
    answeredAt: transfer.answeredAt?.toISOString() ?? null,
    version: transfer.version,
  }
}

/** The whole of it for one side: what moves, what that gives back and costs, what stands in the way, what it may do now. */
export async function describeTransfer(work: Work, transfer: Transfer, reader: Language) {
  const { now, person } = work
  const known = await gatherTransfer(work, transfer, { hold: false })
  const { side, facts, stored } = known
  const isOpen = isOpenTransfer(effectiveTransferStatus(transfer, now))
  const seesPrices = side !== 'customer' && roleAllows(person.roles, 'price.see') && !isDeniedByCloud(person.roles, 'price.see', { roleDenials: work.manifest.roleDenials })
  const lines = facts.items.length > 0 ? facts.items.flatMap((item) => [item.base, ...item.addOns].map((one) => livingLine(one, { now, seesPrices, reader }))) : stored.map((item) => storedLine(item, { seesPrices, reader }))
  const mayDo = await rightsAt(work, known)
  return {
    ...describeTransferRow(work, transfer, known),
    staysAsReseller: transfer.staysAsReseller,
    note: side === 'customer' ? null : transfer.note,
    lines: lines.map(withoutCents),
    totals: seesPrices ? totalsOf(lines) : [],
    problems: isOpen ? transferProblems(facts).map((reason) => explain(reader, reason)) : [],
    versionShown: known.versionShown,
    can: openTransferActs(transfer, person.tenantId, now).filter((act) => mayDo(actionOf[act])),
  }
}

interface Shown {
  readonly seesPrices: boolean
  readonly reader: Language
}

function livingLine(one: Subscription, { now, seesPrices, reader }: Shown & { readonly now: Date }) {
  const cents = one.startedAt ? splitAt(one, now).debit.amount : null
  return {
    ...{ subscriptionId: one.id, name: one.offerName[reader], isAddOn: one.parentId !== null, quantity: one.quantity },
    ...{ term: one.term, billingCycle: one.billingCycle, autoRenew: one.autoRenew, currency: one.currency },
    amount: seesPrices && cents !== null ? decimalOf(cents, one.currency) : null,
    perCycle: seesPrices ? decimalOf(cyclePrice(one.unitPrice, one.quantity), one.currency) : null,
    cents,
  }
}

/** Answered: as it was when it was offered, or when it moved. */
function storedLine(item: StoredItem, { seesPrices, reader }: Shown): ReturnType<typeof livingLine> {
  return {
    ...{ subscriptionId: item.subscriptionId, name: item.offerName[reader], isAddOn: item.isAddOn, quantity: item.quantity },
    ...{ term: null as never, billingCycle: null as never, autoRenew: null as never, currency: item.currency, perCycle: null },
    amount: seesPrices && item.amount !== null ? decimalOf(item.amount, item.currency) : null,
    cents: item.amount,
  }
}

function withoutCents({ cents: _summed, ...line }: ReturnType<typeof livingLine>) {
  return line
}

/** The sum of the lines of each currency and nothing else. */
function totalsOf(lines: readonly { readonly currency: string; readonly cents: bigint | null }[]) {
  const sums = new Map<string, bigint>()
  for (const { currency, cents } of lines) if (cents !== null) sums.set(currency, (sums.get(currency) ?? 0n) + cents)
  return [...sums].map(([currency, cents]) => ({ currency, amount: decimalOf(cents, currency) }))
}

function partyOf({ id, name, domain }: PartyRow) {
  return { id, name, domain }
}

/** The acts are judged on the customer; its relationship is that of the reader's own side. */
async function rightsAt({ trx, person, manifest }: Work, { side, from, to, customer }: KnownTransfer): Promise<(action: Action) => boolean> {
  if (side === 'customer') return () => false
  const { partnerStatus, inDebt, hasSigned } = await holdStanding(trx, person.tenantId)
  const isRelated = (side === 'from' ? from : to)?.isRelated ?? false
  const facts = { ...(partnerStatus && { partner: { status: partnerStatus, inDebt, hasSigned } }), roleDenials: manifest.roleDenials, debtBlocksRequests: manifest.debtBlocksRequests, relationship: isRelated ? ('active' as const) : ('none' as const) }
  return (action) => decide(person, action, action === 'transfer.decline' || action === 'transfer.withdraw' ? person.tenantId : customer.id, facts).allowed
}

/** Why a subscription would not move, in words; null where it would. */
export function explainItem(item: KnownTransfer['facts']['items'][number], now: Date, reader: Language) {
  const reason = itemProblem(item, now)
  return reason && explain(reader, reason)
}
