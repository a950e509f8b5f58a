import { domainName } from '../../domain/addresses.ts'
import { DomainError } from '../../domain/errors.ts'
import { offerTransfer as offer, openTransferActs, expireTransfer, proposeTransfer as propose, transferDue } from '../../domain/transfers/decide.ts'
import { effectiveTransferStatus, mostTransferItems, type Transfer } from '../../domain/transfers/transfer.ts'
import { itemProblem } from '../../domain/transfers/verdict.ts'
import type { Language } from '../../language/languages.ts'
import { partnerBehindDomain } from '../../store/hand-over-store.ts'
import { domainsOf } from '../../store/partner-facts-store.ts'
import { basesWithAddOns, convertingNow, insertItems, lateTransfersOf, offeredNow } from '../../store/transfer-item-store.ts'
import { acrossPartners, sellsTo } from '../../store/transfer-standing-store.ts'
import { insertTransfer, lockAsk, lockTransferOf } from '../../store/transfer-store.ts'
import { requirePartner } from '../relationship-requests/gather-facts.ts'
import type { UseCase, Work } from '../use-case.ts'
import { type DescribedTransfer, describeTransfer } from './describe-transfer.ts'
import { gatherTransfer, itemsFrom } from './gather-transfer.ts'
import { lockOwnTransfer, notOpen, recordTransfer, requireTransfer, settleTransfer, transferRefusal } from './own-transfer.ts'

export interface TransferChoice {
  /** bases that this partner sold; their add-ons ride along */
  readonly subscriptionIds: readonly string[]
  readonly staysAsReseller: boolean
}

export interface TransferProposal {
  readonly customerId: string
  /** the other partner, by a domain of its organization */
  readonly partnerDomain: string
  /** what one offers; null where one asks the seller for it */
  readonly choice: TransferChoice | null
  readonly reader: Language
}

const customer = ({ customerId }: { readonly customerId: string }) => customerId

/**
 * The seller offers what it sold, or another partner of the customer asks the seller to. Whether there is a partner of that
 * domain, and whether it has to do with this customer, is told by nobody but that partner itself (decision 11).
 */
export const proposeTransfer: UseCase<TransferProposal, DescribedTransfer> = {
  action: 'transfer.propose',
  customer,

  async run(work, { customerId, partnerDomain: typed, choice, reader }) {
    requirePartner(work)
    const partnerDomain = readDomain(typed)
    const { trx, person } = work
    if ((await domainsOf(trx, person.tenantId)).includes(partnerDomain)) throw transferRefusal('transferSamePartner')
    const behind = await partnerBehindDomain(trx, partnerDomain)
    const blank = { ...blankTransfer(work, customerId, partnerDomain) }
    const transfer: Transfer = choice
      ? { ...blank, fromPartnerId: person.tenantId, toPartnerId: behind, status: 'offered', staysAsReseller: choice.staysAsReseller, offeredAt: work.now, offeredBy: person.personId }
      : { ...blank, toPartnerId: person.tenantId, fromPartnerId: await sellerAmong(work, behind, customerId), status: 'asked' }
    if (!choice) await expireLateAsk(work, transfer)
    const bases = choice ? await basesToOffer(work, customerId, choice) : []
    await insertTransfer(trx, transfer)
    await insertItems(trx, transfer.id, bases)
    requireTransfer((await gatherTransfer(work, transfer, { hold: false })).facts)
    await recordTransfer(work, propose(transfer))
    return describeTransfer(work, transfer, reader)
  },
}

/** The seller's yes to being asked, with what it lets go. */
export const offerTransfer: UseCase<TransferChoice & { readonly customerId: string; readonly id: string; readonly reader: Language }, DescribedTransfer> = {
  action: 'transfer.offer',
  customer,

  async run(work, { id, customerId, reader, ...choice }) {
    const { person, now, trx } = work
    const transfer = await lockOwnTransfer(work, id, customerId)
    if (!openTransferActs(transfer, person.tenantId, now).includes('offer')) throw notOpen('offer', effectiveTransferStatus(transfer, now))
    const bases = await basesToOffer(work, customerId, choice)
    await insertItems(trx, transfer.id, bases)
    const saved = await settleTransfer(work, offer(transfer, person, { staysAsReseller: choice.staysAsReseller, now }))
    requireTransfer((await gatherTransfer(work, saved, { hold: false })).facts)
    return describeTransfer(work, saved, reader)
  },
}

/** Held, so that a change of seats or a cancellation comes before or finds them offered. */
async function basesToOffer(work: Work, customerId: string, { subscriptionIds, staysAsReseller }: TransferChoice) {
  const { trx, person, now } = work
  const ids = [...new Set(subscriptionIds)]
  if (ids.length === 0) throw transferRefusal('transferNothing')
  if (ids.length > mostTransferItems) throw transferRefusal('transferTooMany')
  if (staysAsReseller && !person.partnerKinds.includes('indirectReseller')) throw transferRefusal('transferResellerNotPossible')
  const held = await basesWithAddOns(trx, { customerId, partnerId: person.tenantId }, ids, { hold: true })
  const bases = held.filter(({ id }) => ids.includes(id))
  if (bases.length < ids.length) throw new DomainError('notFound', 'No such subscription of this partner.')
  for (const late of await lateTransfersOf(trx, ids, now)) await expireLate(work, late)
  const [refused] = itemsFrom(held, { offered: await offeredNow(trx, ids, now), converting: await convertingNow(trx, ids) }).flatMap((item) => itemProblem(item, now) ?? [])
  if (refused) throw transferRefusal(refused)
  return bases
}

async function expireLate(work: Work, id: string): Promise<void> {
  const late = await lockTransferOf(work.trx, work.person.tenantId, id)
  if (late && effectiveTransferStatus(late, work.now) === 'expired' && late.status !== 'expired') await settleTransfer(work, expireTransfer(late, work.now))
}

async function expireLateAsk(work: Work, { customerId, namedPartnerDomain }: Transfer): Promise<void> {
  const asked = await lockAsk(work.trx, work.person.tenantId, { customerId, domain: namedPartnerDomain })
  if (asked && effectiveTransferStatus(asked, work.now) === 'expired') await settleTransfer(work, expireTransfer(asked, work.now))
}

/** Only a partner that sells to this customer is asked at all; the asker is not told. */
async function sellerAmong({ trx }: Work, partnerId: string | null, customerId: string): Promise<string | null> {
  return partnerId !== null && (await acrossPartners(trx, () => sellsTo(trx, partnerId, customerId))) ? partnerId : null
}

function readDomain(text: string): string {
  try {
    return domainName(text)
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    throw new DomainError(error.code, error.message, { ...error.details, field: 'partnerDomain', pointers: [{ pointer: '/partnerDomain', rule: String(error.details.reason) }] })
  }
}

function blankTransfer({ person, now, newId }: Work, customerId: string, namedPartnerDomain: string): Transfer {
  return {
    ...{ id: newId(), customerId, proposerId: person.tenantId, fromPartnerId: null, toPartnerId: null, namedPartnerDomain },
    ...{ status: 'asked', staysAsReseller: false, createdBy: person.personId, createdAt: now, expiresAt: transferDue(now) },
    ...{ offeredAt: null, offeredBy: null, answeredAt: null, answeredBy: null, answeredByTenant: null, note: null, version: 1 },
  }
}
