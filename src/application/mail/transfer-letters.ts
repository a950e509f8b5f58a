import { mailTenant, type RecordedEvent, readersWithRole } from '../../store/mail-facts-store.ts'
import { type TransferSides, transferSides } from '../../store/mail-transfer-store.ts'
import type { Work } from '../use-case.ts'
import { customerStaff, type Letter, letter } from './letters.ts'

/** What became of a transfer of subscriptions, to the partner that did not do it itself; and, once it is done, to the customer (G 11, 12). */
export async function transferLetters(work: Work, event: RecordedEvent): Promise<readonly (Letter | undefined)[]> {
  const sides = await transferSides(work.trx, event.resourceId)
  if (!sides) return []
  const step = event.type.slice('subscriptionTransfer.'.length)
  const partners = [sides.fromPartnerId, sides.toPartnerId].filter((id) => id !== null && id !== event.actorTenantId && event.readers.includes(id)) as string[]
  return [
    ...(await Promise.all(partners.map((id) => partnerLetter(work, event, { id, sides, step })))),
    step === 'completed' ? await customerLetter(work, event, sides) : undefined,
  ]
}

/** A proposer reads the domain that it typed until the other has answered: whether there is such a partner, no mail tells (decision 11). */
async function partnerLetter(work: Work, event: RecordedEvent, { id, sides, step }: { readonly id: string; readonly sides: TransferSides; readonly step: string }) {
  const tenant = await mailTenant(work.trx, id)
  const customer = await mailTenant(work.trx, sides.customerId)
  const otherId = id === sides.fromPartnerId ? sides.toPartnerId : sides.fromPartnerId
  const knowsOther = id !== sides.proposerId || step === 'declined' || step === 'completed' || (step === 'offered' && id === sides.toPartnerId)
  const other = otherId !== null && knowsOther ? await mailTenant(work.trx, otherId) : undefined
  if (!tenant || !customer) return undefined
  return letter({
    template: 'transferToPartner', tenant, readers: await readersWithRole(work.trx, id, customerStaff), aboutId: event.resourceId, path: `/partner/transfers/${event.resourceId}`,
    values: () => ({ step, customerName: customer.name, partnerName: other?.name ?? sides.namedPartnerDomain }),
  })
}

async function customerLetter(work: Work, event: RecordedEvent, { customerId, fromPartnerId, toPartnerId }: TransferSides) {
  const [tenant, from, to] = await Promise.all([customerId, fromPartnerId!, toPartnerId!].map((id) => mailTenant(work.trx, id)))
  if (!tenant || !from || !to) return undefined
  return letter({
    template: 'transferToCustomer', tenant, readers: await readersWithRole(work.trx, customerId, ['globalAdministrator']), aboutId: event.resourceId, path: `/admin/partners/transfers/${event.resourceId}`,
    values: () => ({ fromName: from.name, toName: to.name }),
  })
}
