import { importCatalogue } from '../application/catalogue/import-catalogue.ts'
import { addDevices } from '../application/devices/add-devices.ts'
import { assignDeviceProfile } from '../application/devices/change-devices.ts'
import { createDeviceProfile } from '../application/devices/device-profiles.ts'
import { listDevices } from '../application/devices/list-devices.ts'
import { placeOrder } from '../application/orders/place-order.ts'
import { fulfilSubscription } from '../application/provisioning/provision.ts'
import { noteIncident, stateAllChecked, stateIncident } from '../application/service-health/state-health.ts'
import { bookCycles } from '../application/subscriptions/book-cycles.ts'
import { suspendSubscription } from '../application/subscriptions/end-subscription.ts'
import { provisionUsage } from '../application/usage/provision-usage.ts'
import { deviceColumns } from '../domain/devices/device.ts'
import type { CastMember } from './describe-cast.ts'
import { demoCatalogueFile } from './catalogue.ts'
import type { Stage } from './stage.ts'
import { type Sold, tellOfLicenses, tellOfRequests, tellOfTransfers } from './tell-of-support.ts'

const office = 'NIMBUS-OFFICE:BUSINESS:EUROPE1'
const line = { term: 'P1Y', billingCycle: 'monthly', quantity: 5, friendlyName: null, baseSubscriptionId: null, resellerId: null } as const

/** The operator's catalogue, and a customer with a subscription in every state: the one of several partners, so that nothing bars whoever tries out how a relationship ends. */
export async function tellOfSubscriptions(stage: Stage, members: readonly CastMember[]): Promise<void> {
  const operator = firstOf(members, 'operator').person
  const seller = firstOf(members, 'public-direct-bill').person
  const customerId = firstOf(members, 'public-customer-several').tenantId
  const reader = 'es' as const
  await stage.act(operator, stage.ago(190), importCatalogue, { text: demoCatalogueFile(), isDryRun: false, reader })
  const order = async (days: number, lines: readonly (typeof line & { catalogItemId: string } | object)[]) =>
    (await stage.act(seller, stage.ago(days), placeOrder, { customerId, lines: lines.map((one) => ({ ...line, ...one })) as never, expectedTotal: null, reader })).subscriptions.map(({ id }) => id)
  const fulfil = (days: number, subscriptionId: string) => stage.act(operator, stage.ago(days, 12), fulfilSubscription, { subscriptionId })
  const [base, classic] = await order(76, [{ catalogItemId: office, quantity: 25 }, { catalogItemId: 'NIMBUS-CLASSIC:E1:EUROPE1', quantity: 8, friendlyName: 'Fábrica de Laredo' }])
  for (const id of [base!, classic!]) await fulfil(75, id)
  const [archive] = await order(60, [{ catalogItemId: 'NIMBUS-ARCHIVE:MAIL:EUROPE1', quantity: 10, baseSubscriptionId: base }])
  await fulfil(59, archive!)
  await stage.act(seller, stage.ago(20), suspendSubscription, { customerId, subscriptionId: classic!, because: 'customerRequest', reader })
  await order(2, [{ catalogItemId: 'STRATUS-ID:P1:EUROPE1', quantity: 25 }])
  const [plan] = await order(40, [{ catalogItemId: 'CUMULUS:PLAN:EUROPE1', term: 'P1M', quantity: 1 }])
  await fulfil(39, plan!)
  await stage.act(seller, stage.ago(38), provisionUsage, { customerId, planId: plan!, name: 'Servidores de la tienda en línea', resellerOwns: false, reader })
  await tellOfDevices(stage, seller, customerId)
  const sold: Sold = { members, customer: members.find(({ id }) => id === customerId)! }
  await tellOfLicenses(stage, sold)
  await tellOfRequests(stage, sold)
  await tellOfTransfers(stage, sold)
  await stage.act('system', stage.ago(0), bookCycles, undefined)
}

/** A batch with a profile, as it comes from a manufacturer. */
async function tellOfDevices(stage: Stage, seller: string, customerId: string): Promise<void> {
  const { profileId } = await stage.act(seller, stage.ago(30), createDeviceProfile, { customerId, name: 'Tiendas', description: 'Equipos de caja y almacén', settings: ['noLocalAdministrator', 'skipLicenseTerms'] })
  const rows = [1, 2, 3].map((at) => `TE-204${at},,,Contoso,Slate 13`)
  await stage.act(seller, stage.ago(29), addDevices, { customerId, batch: 'Pedido 2041', text: [deviceColumns.join(','), ...rows, ''].join('\r\n'), isDryRun: false, reader: 'es' })
  const { items } = await stage.act(seller, stage.ago(29, 1), listDevices, { customerId, size: 10 })
  await stage.act(seller, stage.ago(28), assignDeviceProfile, { customerId, deviceIds: items.slice(1).map(({ deviceId }) => deviceId), profileId })
}

/** How the services of the public cloud stand: looked at an hour ago, one incident that goes on and one that is over. */
export async function tellOfServiceHealth(stage: Stage, members: readonly CastMember[]): Promise<void> {
  const operator = firstOf(members, 'operator').person
  const cloud = 'public'
  const reader = 'es' as const
  const over = await stage.act(operator, stage.ago(9, 5), stateIncident, {
    ...{ cloud, serviceId: 'azureActiveDirectory', impact: 'interrupted', startedAt: null, reader },
    title: { en: 'Signing in fails for some people', es: 'Algunas personas no pueden iniciar sesión' },
    note: { en: 'A part of the sign-ins fails. We are looking for the cause.', es: 'Falla una parte de los inicios de sesión. Estamos buscando la causa.' },
  })
  await stage.act(operator, stage.ago(9, 8), noteIncident, {
    ...{ id: over.incidentId, version: over.version, impact: null, hasEnded: true, reader },
    text: { en: 'A certificate was replaced; signing in works again.', es: 'Se ha sustituido un certificado; ya se puede iniciar sesión con normalidad.' },
  })
  await stage.act(operator, stage.ago(0, 1), stateIncident, {
    ...{ cloud, serviceId: 'office365', impact: 'degraded', startedAt: null, reader },
    title: { en: 'Mail is delivered late', es: 'El correo llega con retraso' },
    note: { en: 'Some messages arrive up to 30 minutes late. None is lost.', es: 'Algunos mensajes llegan con hasta 30 minutos de retraso. No se pierde ninguno.' },
  })
  await stage.act(operator, stage.ago(0, 1), stateAllChecked, { cloud })
}

function firstOf(members: readonly CastMember[], key: string): { readonly tenantId: string; readonly person: string } {
  const { id, people } = members.find(({ tenant }) => tenant.key === key)!
  return { tenantId: id, person: people[0]!.id }
}
