import type { EventType } from '../../domain/events.ts'
import { countryName } from '../../domain/formats.ts'
import type { Portal } from '../../domain/people/portals.ts'
import { roleAllows } from '../../domain/rights.ts'
import type { Language } from '../../language/languages.ts'
import { type MailTemplate, type MailValues, noPrivileges } from '../../language/mail-text.ts'
import {
  answerDueAt, mailRequest, mailTenant, type MailPair, type MailReader, type MailRequest, type MailTenant, pairOfGrant, pairOfRelationship, partnerOfLink, readerById, readersWithRole,
  type RecordedEvent, servicesStillHeld,
} from '../../store/mail-facts-store.ts'
import type { Work } from '../use-case.ts'
import { attestedLetter } from './attestation-letters.ts'
import { caseLetter } from './support-letters.ts'
import { customerOf, shownInstant, shownServices } from './mail-facts.ts'

/** One mail to some readers of one organization; its facts are worded for each reader's language. */
export interface Letter<Template extends MailTemplate = MailTemplate> {
  readonly template: Template
  readonly tenant: MailTenant
  readonly readers: readonly MailReader[]
  /** page of ours, below PUBLIC_URL */
  readonly path: string
  readonly aboutId: string
  readonly isOnceADay?: true
  /** where its kind tells several sides with it: which one (mail/letter-kinds) */
  readonly side?: Portal
  values(language: Language, at: string): Omit<MailValues<Template>, 'name' | 'at' | 'link'>
}

export type Composer = (work: Work, event: RecordedEvent) => Promise<readonly (Letter | undefined)[]>

/** Which mails follow from an event. What is not here is told to nobody by mail. */
export const composers: Readonly<Partial<Record<EventType, Composer>>> = {
  'person.passwordChanged': (work, event) => personLetter(work, event, 'passwordChanged'),
  'person.secondFactorEnrolled': (work, event) => personLetter(work, event, 'secondFactorEnrolled'),
  'person.secondFactorRemoved': (work, event) => personLetter(work, event, 'secondFactorRemoved'),
  'person.identityLinked': (work, event) => personLetter(work, event, 'identityLinked'),
  'person.identityUnlinked': (work, event) => personLetter(work, event, 'identityUnlinked'),
  'person.passkeyAdded': (work, event) => personLetter(work, event, 'passkeyAdded'),
  'person.passkeyRemoved': (work, event) => personLetter(work, event, 'passkeyRemoved'),
  'partner.suspended': standingLetter('partnerSuspended', ({ statusReason }) => ({ hasReason: statusReason === null ? 'no' : 'yes', reason: statusReason ?? '' })),
  'partner.reinstated': standingLetter('partnerReinstated', () => ({})),
  'partner.markedInDebt': standingLetter('partnerMarkedInDebt', (tenant, { env }) => ({ blocks: env.manifestOf(tenant.cloud).debtBlocksRequests ? 'yes' : 'no' })),
  'partner.debtCleared': standingLetter('partnerDebtCleared', () => ({})),
  'relationshipRequest.accepted': requestAccepted,
  'relationshipRequest.declined': (work, event) => askerLetter(work, event, 'requestDeclined'),
  'relationshipRequest.expired': (work, event) => askerLetter(work, event, 'requestExpired'),
  'relationshipRequest.freshLinkAsked': (work, event) => askerLetter(work, event, 'freshLinkAsked'),
  'partnerLink.accepted': partnerLinkAccepted,
  'resellerRelationship.removed': relationshipRemoved,
  'resellerRelationship.endAsked': endAsked,
  'resellerRelationship.endRefused': endRefused,
  'privileges.removed': privilegesRemoved,
  'agreement.attested': attestedLetter,
  'supportCase.answered': (work, event) => caseLetter(work, event, 'supportAnswered'),
  'supportCase.closed': (work, event) => caseLetter(work, event, 'supportClosed'),
}

/** Who acts on customers, and so has to know what changed with one. */
export const customerStaff = ['globalAdmin', 'adminAgent']
const customerAdmins = ['globalAdministrator']

/** The portal of a reader's own settings. */
function settingsPath(reader: MailReader, tenant: MailTenant): string {
  if (reader.roles.includes('operator')) return '/operator/settings/security'
  return tenant.isPartner && !reader.roles.includes('globalAdministrator') ? '/partner/settings/security' : '/admin/settings/security'
}

/** Told to the person alone: how their account opens has changed. */
type PersonTemplate = 'passwordChanged' | 'secondFactorEnrolled' | 'secondFactorRemoved' | 'identityLinked' | 'identityUnlinked' | 'passkeyAdded' | 'passkeyRemoved'

async function personLetter(work: Work, event: RecordedEvent, template: PersonTemplate) {
  const reader = await readerById(work.trx, event.resourceId)
  const tenant = reader && (await mailTenant(work.trx, reader.tenantId))
  if (!tenant) return []
  return [letter({ template, tenant, readers: [reader], path: settingsPath(reader, tenant), aboutId: event.resourceId, values: () => ({ userPrincipalName: reader.userPrincipalName }) })]
}

function standingLetter<Template extends 'partnerSuspended' | 'partnerReinstated' | 'partnerMarkedInDebt' | 'partnerDebtCleared'>(
  template: Template,
  more: (tenant: MailTenant, work: Work) => Omit<MailValues<Template>, 'name' | 'at' | 'link' | 'tenantName'>,
): Composer {
  return async (work, event) => {
    const tenant = await mailTenant(work.trx, event.resourceId)
    if (!tenant) return []
    const readers = await readersWithRole(work.trx, tenant.id, ['globalAdmin'])
    const facts = more(tenant, work)
    return [letter({ template, tenant, readers, path: '/partner/settings/profile', aboutId: tenant.id, values: () => ({ tenantName: tenant.name, ...facts }) as never })]
  }
}

async function requestAccepted(work: Work, event: RecordedEvent) {
  const request = await mailRequest(work.trx, event.resourceId)
  if (!request?.customerId) return []
  const [partner, customer, askers] = await Promise.all([mailTenant(work.trx, request.partnerId), mailTenant(work.trx, request.customerId), askersOf(work, request)])
  if (!partner || !customer) return []
  // Privileges are the reseller's, whichever of the two asked.
  const holder = request.isAskedByProvider && request.secondPartnerId !== null ? await mailTenant(work.trx, request.secondPartnerId) : partner
  return acceptedLetters(work, { partner, holder: holder ?? partner, customer, kind: request.kind, services: servicesOf(event), aboutId: request.id, tellPartner: askers })
}

async function partnerLinkAccepted(work: Work, event: RecordedEvent) {
  const partnerId = await partnerOfLink(work.trx, event.resourceId)
  const customerId = event.readers.find((id) => id !== partnerId)
  if (!partnerId || !customerId) return []
  const [partner, customer] = await Promise.all([mailTenant(work.trx, partnerId), mailTenant(work.trx, customerId)])
  if (!partner || !customer) return []
  const tellPartner = await readersWithRole(work.trx, partner.id, customerStaff)
  return acceptedLetters(work, { partner, holder: partner, customer, kind: String(event.data.kind), services: servicesOf(event), aboutId: customer.id, tellPartner })
}

interface Accepted {
  readonly partner: MailTenant
  /** who has the privileges: in a joint request the reseller */
  readonly holder: MailTenant
  readonly customer: MailTenant
  readonly kind: string
  readonly services: readonly string[]
  readonly aboutId: string
  readonly tellPartner: readonly MailReader[]
}

async function acceptedLetters(work: Work, { partner, holder, customer, kind, services, aboutId, tellPartner }: Accepted) {
  const admins = await readersWithRole(work.trx, customer.id, customerAdmins)
  return [
    letter({
      template: 'requestAcceptedToAsker', tenant: partner, readers: tellPartner, aboutId, path: `/partner/customers/${customer.id}/account`,
      values: (language) => ({ customerName: customer.name, customerDomain: customer.primaryDomain, country: countryName(customer.country, language), kind }),
    }),
    letter({
      template: 'requestAcceptedToCustomer', tenant: customer, readers: admins, aboutId, path: `/admin/partners/${holder.id}`,
      values: (language) => ({
        partnerName: holder.name, partnerId: holder.id, country: countryName(holder.country, language), kind,
        privileges: services.length > 0 ? shownServices(work, customer, services, language) : noPrivileges(language),
      }),
    }),
  ]
}

/** Whoever asked; where that person is gone, may not see requests any more or has no address, those who act on customers. */
export async function askersOf({ trx }: Work, request: MailRequest): Promise<readonly MailReader[]> {
  const asker = await readerById(trx, request.createdBy)
  return asker && roleAllows(asker.roles, 'relationshipRequest.list') ? [asker] : readersWithRole(trx, request.partnerId, customerStaff)
}

async function askerLetter(work: Work, event: RecordedEvent, template: 'requestDeclined' | 'requestExpired' | 'freshLinkAsked') {
  const request = await mailRequest(work.trx, event.resourceId)
  const partner = request && (await mailTenant(work.trx, request.partnerId))
  if (!partner) return []
  const [customer, readers] = await Promise.all([customerOf(work, request), askersOf(work, request)])
  const reason = request.declineReason
  return [
    letter({
      template, tenant: partner, readers, aboutId: request.id, path: `/partner/requests/${request.id}`,
      ...(template === 'freshLinkAsked' && { isOnceADay: true as const }),
      values: (language) => ({ customerName: customer.name(language), hasReason: reason === null ? 'no' : 'yes', reason: reason ?? '' }),
    }),
  ]
}

async function relationshipRemoved(work: Work, event: RecordedEvent) {
  if (event.data.because === 'handedOver') return []
  const sides = await sidesOf(work, await pairOfRelationship(work.trx, event.resourceId))
  if (!sides) return []
  const { partner, customer } = sides
  const held = await servicesStillHeld(work.trx, { partnerId: partner.id, customerId: customer.id })
  const readers = await readersWithRole(work.trx, customer.id, customerAdmins)
  return [
    letter({
      template: 'relationshipRemoved', tenant: customer, readers, aboutId: event.resourceId, path: `/admin/partners/${partner.id}`,
      values: (language) => ({
        partnerName: partner.name, partnerId: partner.id, hasPrivileges: held.length > 0 ? 'yes' : 'no',
        privileges: held.length > 0 ? shownServices(work, customer, held, language) : '',
      }),
    }),
  ]
}

async function endAsked(work: Work, event: RecordedEvent) {
  const sides = await sidesOf(work, await pairOfRelationship(work.trx, event.resourceId))
  if (!sides) return []
  const { partner, customer } = sides
  const dueAt = await answerDueAt(work.trx, { partnerId: partner.id, customerId: customer.id })
  const readers = await readersWithRole(work.trx, partner.id, customerStaff)
  return [
    letter({
      template: 'endAsked', tenant: partner, readers, aboutId: event.resourceId, path: `/partner/customers/${customer.id}/account`,
      values: (language) => ({ customerName: customer.name, customerDomain: customer.primaryDomain, dueAt: shownInstant(dueAt ?? event.at, language, partner.timeZone) }),
    }),
  ]
}

async function endRefused(work: Work, event: RecordedEvent) {
  const sides = await sidesOf(work, await pairOfRelationship(work.trx, event.resourceId))
  if (!sides) return []
  const { partner, customer } = sides
  const readers = await readersWithRole(work.trx, customer.id, customerAdmins)
  return [
    letter({
      template: 'endRefused', tenant: customer, readers, aboutId: event.resourceId, path: `/admin/partners/${partner.id}`,
      values: () => ({ partnerName: partner.name, partnerId: partner.id }),
    }),
  ]
}

async function privilegesRemoved(work: Work, event: RecordedEvent) {
  if (event.data.because === 'handedOver') return []
  const sides = await sidesOf(work, await pairOfGrant(work.trx, event.resourceId))
  if (!sides) return []
  const { partner, customer } = sides
  const services = servicesOf(event)
  const [staff, admins] = await Promise.all([readersWithRole(work.trx, partner.id, customerStaff), readersWithRole(work.trx, customer.id, customerAdmins)])
  return [
    letter({
      template: 'privilegesRemovedToPartner', tenant: partner, readers: staff, aboutId: event.resourceId, path: `/partner/customers/${customer.id}/account`,
      values: (language) => ({ customerName: customer.name, customerDomain: customer.primaryDomain, services: shownServices(work, customer, services, language) }),
    }),
    letter({
      template: 'privilegesRemovedToCustomer', tenant: customer, readers: admins, aboutId: event.resourceId, path: `/admin/partners/${partner.id}`,
      values: (language) => ({ partnerName: partner.name, partnerId: partner.id, services: shownServices(work, customer, services, language) }),
    }),
  ]
}

export async function sidesOf(work: Work, pair: MailPair | undefined): Promise<{ partner: MailTenant; customer: MailTenant } | undefined> {
  if (!pair) return undefined
  const [partner, customer] = await Promise.all([mailTenant(work.trx, pair.partnerId), mailTenant(work.trx, pair.customerId)])
  return partner && customer && { partner, customer }
}

function servicesOf({ data }: RecordedEvent): string[] {
  return Array.isArray(data.services) ? data.services.map(String) : []
}

/** Keeps the template's own values while it is written, and forgets them in the list. */
export function letter<Template extends MailTemplate>(made: Letter<Template>): Letter {
  return made as unknown as Letter
}
