import { beginLicenseJob } from '../application/people-jobs/begin-license-job.ts'
import { changeUserLicenses } from '../application/licenses/change-user-licenses.ts'
import { placeOrder } from '../application/orders/place-order.ts'
import { readPerson } from '../application/people/read-person.ts'
import { updatePerson } from '../application/people/update-person.ts'
import { fulfilSubscription } from '../application/provisioning/provision.ts'
import { fileForCustomer, fileOwnRequest } from '../application/support/file-request.ts'
import { assignSupportContact } from '../application/support/support-contact.ts'
import { requestActs } from '../application/support/work-request.ts'
import { declineTransfer } from '../application/transfers/end-transfer.ts'
import { proposeTransfer } from '../application/transfers/propose-transfer.ts'
import type { CastMember } from './describe-cast.ts'
import type { Stage } from './stage.ts'

const reader = 'es' as const
const office = 'NIMBUS-OFFICE:BUSINESS'
const archive = 'NIMBUS-ARCHIVE:MAIL'

export interface Sold {
  readonly members: readonly CastMember[]
  readonly customer: CastMember
}

/** Licenses of each user: one by one, and of all at once; who has no country yet is refused, as the report says. */
export async function tellOfLicenses(stage: Stage, { customer: { people } }: Sold): Promise<void> {
  const [admin, ...users] = people.map(({ id }) => id)
  for (const id of [admin!, ...users.slice(0, -1)]) {
    const { version } = await stage.act(admin!, stage.ago(57), readPerson, { id })
    await stage.act(admin!, stage.ago(57), updatePerson, { id, version, usageLocation: 'ES' })
  }
  const assign = (sku: string, disabledPlans: readonly string[] = []) => ({ sku, act: 'assign', disabledPlans }) as const
  await stage.act(admin!, stage.ago(56), changeUserLicenses, { id: admin!, wishes: [assign(office), assign(archive)], reader })
  await stage.act(admin!, stage.ago(55), changeUserLicenses, { id: users[0]!, wishes: [assign(office, ['DESKTOP'])], reader })
  const { id } = await stage.act(admin!, stage.ago(6), beginLicenseJob, { people: { ids: users }, wishes: [assign(office)], reader })
  await stage.workAt(stage.ago(6), id)
}

/** A reseller as support contact, and a request in every state: answered and closed, answered, at the partner's desk, and at the operator's. */
export async function tellOfRequests(stage: Stage, { members, customer }: Sold): Promise<void> {
  const [seller, helper, operator] = [partnerOf(members, 'public-direct-bill'), partnerOf(members, 'public-indirect-reseller'), partnerOf(members, 'operator')]
  const subscriptionId = await sellWithContact(stage, { members, customer })
  const admin = customer.people[0]!.id
  const [byCustomer, byPartner, byOperator] = [requestActs('customer'), requestActs('partner'), requestActs('operator')]
  const file = async (days: number, words: { title: string; text: string; severity: 'critical' | 'moderate' | 'minimal'; subscriptionId?: string; serviceId?: string }) =>
    (await stage.act(admin, stage.ago(days, 9), fileOwnRequest, { subscriptionId: null, serviceId: null, partnerId: seller.id, reader, ...words })).id

  const over = await file(31, { title: 'No veo las facturas de octubre', text: '¿Dónde puedo descargar las facturas del mes pasado?', severity: 'minimal' })
  await stage.act(seller.agent, stage.ago(31, 11), byPartner.note, { id: over, text: 'Se las hemos enviado por correo. Desde este mes las recibirá el día 3.', reader })
  await stage.act(admin, stage.ago(30, 9), byCustomer.settle, { id: over, act: 'close', reader })

  const answered = await file(8, { title: 'Dos tiendas no sincronizan los archivos', text: 'Los equipos de Laredo y de Soria no descargan los archivos compartidos.', severity: 'moderate', serviceId: 'office365' })
  await stage.act(seller.agent, stage.ago(8, 13), byPartner.note, { id: answered, text: '¿Puede decirnos qué versión del cliente tienen instalada esos equipos?', reader })

  await file(0, { title: 'Un turno no aparece en el tablero', text: 'El turno de tarde de la tienda de Soria ha desaparecido del tablero. Los demás están bien.', severity: 'moderate', subscriptionId })

  const { id: escalated } = await stage.act(helper.agent, stage.ago(3), fileForCustomer, {
    ...{ customerId: customer.id, subscriptionId: null, serviceId: 'azureActiveDirectory', severity: 'critical', reader },
    title: 'Cuenta de administración bloqueada', text: 'La cuenta que administra el directorio está bloqueada desde ayer y no hay otra.',
  })
  await stage.act(operator.agent, stage.ago(3, 12), byOperator.note, { id: escalated, text: 'Hemos retirado el bloqueo. Compruebe que puede entrar y revise los inicios de sesión de ayer.', reader })
}

/** A provider sells, and names the reseller that the customer calls. */
async function sellWithContact(stage: Stage, { members, customer }: Sold): Promise<string> {
  const [provider, helper, operator] = [partnerOf(members, 'public-indirect-provider'), partnerOf(members, 'public-indirect-reseller'), partnerOf(members, 'operator')]
  const line = { catalogItemId: 'CIRRUS-DESK:TEAM:EUROPE1', term: 'P1Y', billingCycle: 'monthly', quantity: 6, friendlyName: null, baseSubscriptionId: null, resellerId: helper.id } as const
  const { subscriptions } = await stage.act(provider.agent, stage.ago(54), placeOrder, { customerId: customer.id, lines: [line], expectedTotal: null, reader })
  const subscriptionId = subscriptions[0]!.id
  await stage.act(operator.agent, stage.ago(54, 12), fulfilSubscription, { subscriptionId })
  await stage.act(provider.agent, stage.ago(53), assignSupportContact, { customerId: customer.id, subscriptionId, supportTenantId: helper.id, version: 1, reader })
  return subscriptionId
}

/** Another partner asked the seller for what it sold, and the seller declined. */
export async function tellOfTransfers(stage: Stage, { members, customer }: Sold): Promise<void> {
  const [seller, asker] = [partnerOf(members, 'public-direct-bill'), partnerOf(members, 'public-indirect-provider')]
  const { id } = await stage.act(asker.agent, stage.ago(50), proposeTransfer, { customerId: customer.id, partnerDomain: seller.domain, choice: null, reader })
  await stage.act(seller.agent, stage.ago(48), declineTransfer, { id, note: 'El cliente prefiere seguir con nosotros.', reader })
}

function partnerOf(members: readonly CastMember[], key: string): { readonly id: string; readonly domain: string; readonly agent: string } {
  const { id, tenant, people } = members.find((member) => member.tenant.key === key)!
  return { id, domain: tenant.domain, agent: (people.find(({ person }) => person.roles.includes('adminAgent')) ?? people[0]!).id }
}
