import { previewRemoval } from '../application/customers/preview-removal.ts'
import { removeCustomer } from '../application/customers/remove-customer.ts'
import { requestFreshLink } from '../application/invitations/request-fresh-link.ts'
import { readCustomerOrganization } from '../application/organization/read-organization.ts'
import { updateCustomerOrganization } from '../application/organization/update-organization.ts'
import { askEnd } from '../application/partner-relationships/ask-end.ts'
import { removePrivileges } from '../application/partner-relationships/remove-privileges.ts'
import { declineCreationRequest } from '../application/creation-requests/answer-creation-request.ts'
import { askCreation } from '../application/creation-requests/ask-creation.ts'
import { authorizeProvider } from '../application/partnerships/authorize-provider.ts'
import { openPartnershipLink } from '../application/partnerships/open-partnership-link.ts'
import { expireDueRequests } from '../application/relationship-requests/expire-due-requests.ts'
import { remindRelationshipRequest } from '../application/relationship-requests/remind-relationship-request.ts'
import type { RequestWish } from '../application/relationship-requests/request-input.ts'
import { resendRelationshipRequest } from '../application/relationship-requests/resend-relationship-request.ts'
import { shareRelationshipRequest } from '../application/relationship-requests/share-relationship-request.ts'
import { withdrawRelationshipRequest } from '../application/relationship-requests/withdraw-relationship-request.ts'
import type { CastMember } from './describe-cast.ts'
import { tellOfServiceHealth, tellOfSubscriptions } from './live-subscriptions.ts'
import type { Stage } from './stage.ts'
import { tellOfReferrals } from './tell-of-referrals.ts'
import type { CrowdMember } from './write-relationships.ts'

interface Cast {
  readonly members: readonly CastMember[]
  /** organizations that are nobody's customer yet */
  readonly prospects: readonly CrowdMember[]
}

interface Firm {
  readonly id: string
  /** the person with that role; the first of the firm where there is none */
  person(role: string): string
}

/** How the cast came to stand as it stands: asked, accepted, declined, withdrawn, removed, one after the other. */
export async function liveThePast(stage: Stage, cast: Cast): Promise<void> {
  for (const { tenant, id, people } of cast.members) {
    const partner = tenant.relatedWith === undefined ? undefined : firm(cast, tenant.relatedWith)
    if (partner) await becomeRelated(stage, partner, { id, admin: people[0]!.id, member: { tenant, id, people } })
  }
  await tellOfRequests(stage, cast)
  await tellOfEnds(stage, cast)
  for (const cloud of ['usGov', 'germany']) await tellOfSmallCloud(stage, cast, cloud)
  await tellOfReseller(stage, cast)
  await tellOfSeveralPartners(stage, cast)
  await tellOfPartnerships(stage, cast)
  await tellOfCreationRequests(stage, cast)
  await tellOfSubscriptions(stage, cast.members)
  await tellOfServiceHealth(stage, cast.members)
  const [direct, provider] = [firm(cast, 'public-direct-bill'), firm(cast, 'public-indirect-provider')]
  const admin = (key: string) => firm(cast, key).person('globalAdministrator')
  await tellOfReferrals(stage, {
    direct: { id: direct.id, person: direct.person('globalAdmin') }, provider: { id: provider.id, person: provider.person('globalAdmin') },
    related: admin('public-customer-related'), several: admin('public-customer-several'), operator: firm(cast, 'operator').person('operator'),
  })
}

function firm({ members }: Cast, key: string): Firm {
  const { id, people } = members.find(({ tenant }) => tenant.key === key)!
  return { id, person: (role) => (people.find(({ person }) => person.roles.some((own) => own === role)) ?? people[0]!).id }
}

/** Through the partner link where the cloud invites so, else by a request of its own. */
async function becomeRelated(stage: Stage, partner: Firm, customer: { readonly id: string; readonly admin: string; readonly member: CastMember }): Promise<void> {
  const { cloud, domain, country, name, hasPrivileges } = customer.member.tenant
  if (cloud === 'china') return stage.accept(customer.admin, stage.ago(200), await stage.partnerLink(partner.id))
  const wish: RequestWish = { kind: 'establish', customer: { domain, country, companyName: name }, ...(hasPrivileges === false && { askPrivileges: false }) }
  const asked = await stage.ask(partner.person('adminAgent'), stage.ago(206), wish)
  await stage.accept(customer.admin, stage.ago(200), asked.link)
}

function wishFor({ customer: { domain, country, name } }: CrowdMember): RequestWish {
  return { kind: 'establish', customer: { domain, country, companyName: name } }
}

/** One request in every state, as a sales agent's list shows them. */
async function tellOfRequests(stage: Stage, cast: Cast): Promise<void> {
  const partner = firm(cast, 'public-direct-bill')
  const [sales, agent] = [partner.person('salesAgent'), partner.person('adminAgent')]
  const newcomer = firm(cast, 'public-customer-unrelated')
  const prospects = cast.prospects.filter(({ customer }) => customer.cloud === 'public')
  const [declining, silent, waiting, ending] = prospects

  await stage.ask(sales, stage.ago(2), { kind: 'establish', customer: { country: 'ES', companyName: 'Cerámicas Monte Pardo' } }, { staysDraft: true })
  await stage.ask(sales, stage.ago(5), { kind: 'establish', customer: null, askPrivileges: false })

  const opened = await stage.ask(agent, stage.ago(9), { kind: 'establish', customer: { domain: 'nubebaja.example', country: 'ES', companyName: 'Hilaturas Nube Baja' } })
  await stage.openLink(null, stage.ago(8, 9), opened.link)
  await stage.openLink(newcomer.person('billingAdministrator'), stage.ago(8, 10), opened.link)
  await stage.openLink(declining!.administratorId, stage.ago(7), opened.link)
  await stage.act(agent, stage.ago(3), remindRelationshipRequest, { id: opened.id, reader: 'es' })

  const declined = await stage.ask(sales, stage.ago(40), wishFor(declining!))
  await stage.decline(declining!.administratorId, stage.ago(38), declined.link, 'Ya trabajamos con otro partner.')

  const withdrawn = await stage.ask(sales, stage.ago(33), wishFor(waiting!))
  await stage.act(sales, stage.ago(30), withdrawRelationshipRequest, { id: withdrawn.id, reader: 'es' })

  const late = await stage.ask(agent, stage.ago(45), { ...wishFor(silent!), validityDays: 14 })
  await stage.act('system', stage.ago(31), expireDueRequests, undefined)
  await stage.openLink(silent!.administratorId, stage.ago(12), late.link)
  await stage.act(null, stage.ago(12), requestFreshLink, { link: late.link })

  const lost = await stage.ask(agent, stage.ago(21), wishFor(ending!))
  const resent = await stage.act(agent, stage.ago(16), resendRelationshipRequest, { id: lost.id, validityDays: 30, reader: 'es' })
  await stage.act(agent, stage.ago(16, 11), shareRelationshipRequest, { id: resent.id, by: 'copy', reader: 'es' })

  const withoutPrivileges = cast.members.find(({ tenant }) => tenant.key === 'public-customer-without-privileges')!
  await stage.ask(agent, stage.ago(4), { kind: 'restorePrivileges', customer: { customerId: withoutPrivileges.id } })
}

/** What ended: privileges taken back, a relationship removed, an end asked for; and privileges that are used meanwhile. */
async function tellOfEnds(stage: Stage, cast: Cast): Promise<void> {
  const partner = firm(cast, 'public-direct-bill')
  const agent = partner.person('adminAgent')
  const [removed, leaving, careful] = cast.prospects.filter(({ customer }) => customer.cloud === 'public').slice(4)
  for (const [index, prospect] of [removed!, leaving!, careful!].entries()) {
    const asked = await stage.ask(agent, stage.ago(150 - index), wishFor(prospect))
    await stage.accept(prospect.administratorId, stage.ago(145 - index), asked.link)
  }
  await stage.act(careful!.administratorId, stage.ago(60), removePrivileges, { partnerId: partner.id, services: ['azureActiveDirectory', 'office365'] })
  const { statement } = await stage.act(agent, stage.ago(25), previewRemoval, { customerId: removed!.id, reader: 'es' })
  await stage.act(agent, stage.ago(25), removeCustomer, {
    customerId: removed!.id, statementSha256: statement.sha256, endPrivileges: false, reason: 'El cliente ha cerrado su filial.', reader: 'es',
  })
  await stage.act(leaving!.administratorId, stage.ago(3), askEnd, { partnerId: partner.id, reason: 'Cambiamos de partner a fin de mes.' })
  const customer = cast.members.find(({ tenant }) => tenant.key === 'public-customer-related')!
  const { version } = await stage.act(agent, stage.ago(6), readCustomerOrganization, { customerId: customer.id })
  await stage.act(agent, stage.ago(6, 11), updateCustomerOrganization, { customerId: customer.id, version, contactName: 'Pilar Sotoalto', contactPhone: '+34 900 000 000' })
  await stage.act(partner.person('helpdeskAgent'), stage.ago(1), readCustomerOrganization, { customerId: customer.id })
}

async function tellOfSmallCloud(stage: Stage, cast: Cast, cloud: string): Promise<void> {
  const partner = firm(cast, `${cloud}-direct-bill`)
  const agent = partner.person('adminAgent')
  const [declining, waiting] = cast.prospects.filter(({ customer }) => customer.cloud === cloud)
  await stage.ask(agent, stage.ago(6), wishFor(waiting!))
  const declined = await stage.ask(agent, stage.ago(28), wishFor(declining!))
  await stage.decline(declining!.administratorId, stage.ago(24), declined.link, null)
}

/** A provider with a reseller that authorised it, and with one that has not answered yet. */
async function tellOfPartnerships(stage: Stage, cast: Cast): Promise<void> {
  const [provider, reseller] = [firm(cast, 'public-indirect-provider'), firm(cast, 'public-indirect-reseller')]
  const agent = provider.person('adminAgent')
  const { secretSha256 } = await stage.askPartnership(agent, stage.ago(120), 'Vegalinda Informática')
  const { access } = await stage.act(reseller.person('globalAdmin'), stage.ago(118), openPartnershipLink, { secretSha256, reader: 'es' })
  await stage.act(reseller.person('globalAdmin'), stage.ago(118, 11), authorizeProvider, { secretSha256, acknowledged: true, services: access.map(({ id }) => id) })
  await stage.askPartnership(agent, stage.ago(6), 'Redes Valdesauce')
  // One customer of both, by one acceptance.
  const prospect = cast.prospects.filter(({ customer }) => customer.cloud === 'public')[2]!
  const asked = await stage.ask(reseller.person('adminAgent'), stage.ago(80), { ...wishFor(prospect), secondPartnerId: provider.id })
  await stage.accept(prospect.administratorId, stage.ago(77), asked.link)
}

/** A reseller asks its provider to create customers: one waits, one was declined. */
async function tellOfCreationRequests(stage: Stage, cast: Cast): Promise<void> {
  const [provider, reseller] = [firm(cast, 'public-indirect-provider'), firm(cast, 'public-indirect-reseller')]
  const asker = reseller.person('adminAgent')
  const form = { country: 'ES', language: 'es', culture: 'es-ES', addressLine2: '', state: '', registrationNumber: '' }
  const waiting = {
    ...form, companyName: 'Quesería Valle Ancho, S. L.', domainPrefix: 'valleancho', firstName: 'Rosa', lastName: 'Tejada', mail: 'rosa@valleancho.example', phone: '+34 900 000 001',
    addressLine1: 'Calle del Molino 4', city: 'Trujillo', postalCode: '10200',
  }
  const declined = {
    ...form, companyName: 'Autocares Monte Claro, S. A.', domainPrefix: 'monteclaro', firstName: 'Saúl', lastName: 'Ibarra', mail: 'saul@monteclaro.example', phone: '',
    addressLine1: 'Avenida de la Estación 22', city: 'Soria', postalCode: '42001',
  }
  const { id } = await stage.act(asker, stage.ago(20), askCreation, { input: declined, providerId: provider.id, note: null, reader: 'es' })
  await stage.act(provider.person('adminAgent'), stage.ago(19), declineCreationRequest, { id, reason: 'La empresa ya tiene un inquilino. Envíele una solicitud de relación.' })
  await stage.act(asker, stage.ago(2), askCreation, { input: waiting, providerId: provider.id, note: 'Quieren empezar el mes que viene.', reader: 'es' })
}

/** A reseller under a provider asks for itself; the box for privileges stands unticked [S1.24]. */
async function tellOfReseller(stage: Stage, cast: Cast): Promise<void> {
  const reseller = firm(cast, 'public-indirect-reseller')
  const prospect = cast.prospects.filter(({ customer }) => customer.cloud === 'public')[7]!
  await stage.ask(reseller.person('adminAgent'), stage.ago(8), wishFor(prospect))
}

/** Multi-partner: a reseller with privileges and its provider, and a direct-bill partner that sells there too, without privileges. */
async function tellOfSeveralPartners(stage: Stage, cast: Cast): Promise<void> {
  const { id, tenant } = cast.members.find(({ tenant: { key } }) => key === 'public-customer-several')!
  const admin = firm(cast, tenant.key).person('globalAdministrator')
  const partners = [['public-indirect-provider', false], ['public-indirect-reseller', true], ['public-direct-bill', false]] as const
  for (const [at, [key, askPrivileges]] of partners.entries()) {
    const asked = await stage.ask(firm(cast, key).person('adminAgent'), stage.ago(120 - at * 20), { kind: 'establish', customer: { customerId: id }, askPrivileges })
    await stage.accept(admin, stage.ago(118 - at * 20), asked.link)
  }
}
