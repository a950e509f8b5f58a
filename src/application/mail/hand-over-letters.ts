import { mailTenant, type MailHandOver, pairOfRelationship, type MailTenant, readersWithRole, type RecordedEvent, sidesOfHandOver } from '../../store/mail-facts-store.ts'
import type { Work } from '../use-case.ts'
import { customerStaff, type Letter, letter, sidesOf } from './letters.ts'
import { shownInstant } from './mail-facts.ts'

/** What became of a hand-over, to each side that did not do it itself: the partners from the start, the customer once both agreed. */
export async function handOverLetters(work: Work, event: RecordedEvent): Promise<readonly (Letter | undefined)[]> {
  const sides = await sidesOfHandOver(work.trx, event.resourceId)
  if (!sides) return []
  const [from, to, customer] = await Promise.all([tenantOf(work, sides.fromPartnerId), tenantOf(work, sides.toPartnerId), sides.hasAgreed ? tenantOf(work, sides.customerId) : undefined])
  const step = event.type.slice('handOver.'.length)
  const told = { step, hasWords: sides.note === null ? 'no' : 'yes', words: quoted(sides.note) }
  return [
    await partnerLetter(work, event, { tenant: from, other: to, sides, told }),
    await partnerLetter(work, event, { tenant: to, other: from, sides, told }),
    ...(from && to && customer && step !== 'declined' ? [await customerLetter(work, event, { customer, from, to, sides, told })] : []),
  ]
}

interface Told {
  readonly step: string
  readonly hasWords: string
  readonly words: string
}

/** A proposer reads the domain that it typed until the other has answered: whether there is such a partner, no mail tells (decision 11). */
async function partnerLetter(work: Work, event: RecordedEvent, { tenant, other, sides, told }: { tenant: MailTenant | undefined; other: MailTenant | undefined; sides: MailHandOver; told: Told }) {
  if (!tenant || event.actorTenantId === tenant.id) return undefined
  const knowsOther = tenant.id !== sides.proposerId || sides.hasAgreed || told.step === 'declined'
  const readers = await readersWithRole(work.trx, tenant.id, customerStaff)
  return letter({
    template: 'handOverToPartner', tenant, readers, aboutId: event.resourceId, path: `/partner/hand-overs/${event.resourceId}`,
    values: () => ({ ...told, customerName: sides.customerName ?? sides.customerDomain, partnerName: knowsOther && other ? other.name : sides.namedPartnerDomain }),
  })
}

/** Also to the administrators of whoever accepted: one account alone must not be able to agree unseen. */
async function customerLetter(work: Work, event: RecordedEvent, { customer, from, to, sides, told }: { customer: MailTenant; from: MailTenant; to: MailTenant; sides: MailHandOver; told: Told }) {
  const readers = await readersWithRole(work.trx, customer.id, ['globalAdministrator'])
  return letter({
    template: 'handOverToCustomer', tenant: customer, readers, aboutId: event.resourceId, path: `/admin/partners/hand-overs/${event.resourceId}`,
    values: (language) => ({ ...told, fromName: from.name, toName: to.name, dueAt: shownInstant(sides.expiresAt, language, customer.timeZone) }),
  })
}

/** The provider learns whom it got, the customer who came and who brought it: it is told, having consented by contract (D.2). */
export async function extensionLetters(work: Work, event: RecordedEvent): Promise<readonly (Letter | undefined)[]> {
  const sides = await sidesOf(work, await pairOfRelationship(work.trx, event.resourceId))
  const lender = await tenantOf(work, event.actorTenantId)
  if (!sides || !lender) return []
  const { partner: provider, customer } = sides
  const [staff, admins] = await Promise.all([readersWithRole(work.trx, provider.id, customerStaff), readersWithRole(work.trx, customer.id, ['globalAdministrator'])])
  return [
    letter({
      template: 'extensionToProvider', tenant: provider, readers: staff, aboutId: event.resourceId, path: `/partner/customers/${customer.id}/account`,
      values: () => ({ partnerName: lender.name, customerName: customer.name, customerDomain: customer.primaryDomain }),
    }),
    letter({ template: 'extensionToCustomer', tenant: customer, readers: admins, aboutId: event.resourceId, path: `/admin/partners/${provider.id}`, values: () => ({ fromName: lender.name, toName: provider.name }) }),
  ]
}

async function tenantOf({ trx }: Work, id: string | null): Promise<MailTenant | undefined> {
  return id === null ? undefined : mailTenant(trx, id)
}

/** As in letters to strangers: the words of others are told apart by their mark. */
function quoted(note: string | null): string {
  return (note ?? '').split('\n').map((line) => `> ${line}`).join('\n')
}
