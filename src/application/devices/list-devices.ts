import { devicesOf, type ListedDevice } from '../../store/device-store.ts'
import { deviceProfilesOf } from '../../store/device-profile-store.ts'
import { namesOfTenants } from '../../store/tenant-names-store.ts'
import { verdictOn } from '../customers/customer-rights.ts'
import { type Page, type PageAsk, readPage } from '../page.ts'
import type { UseCase, Work } from '../use-case.ts'

export interface ShownDevice {
  readonly deviceId: string
  readonly serialNumber: string
  readonly manufacturer: string
  readonly model: string
  readonly productKey: string | null
  readonly hasHardwareHash: boolean
  readonly batch: string
  readonly profileId: string | null
  readonly profileName: string | null
  readonly addedAt: string
  /** whoever asks added it: this partner, or the customer itself */
  readonly isOwn: boolean
  /** for the customer alone: the partner that added it */
  readonly addedByName: string | null
}

export interface DevicePage extends Page<ShownDevice> {
  readonly mayManage: boolean
}

/** What this partner and others added for the customer, latest first; never what the customer uploaded. */
export const listDevices: UseCase<PageAsk & { readonly customerId: string }, DevicePage> = {
  action: 'device.list',
  customer: ({ customerId }) => customerId,

  async run(work, { customerId, size, cursor }) {
    const page = await pageOf(work, customerId, { size, cursor, route: 'GET /customers/:id/devices' })
    return { ...page, items: await shown(work, customerId, page.items), mayManage: verdictOn(work, customerId, 'device.manage').allowed }
  },
}

/** All devices of one's own organization, whoever added them. */
export const listOwnDevices: UseCase<PageAsk, DevicePage> = {
  action: 'ownDevice.list',

  async run(work, { size, cursor }) {
    const { tenantId, roles } = work.person
    const page = await pageOf(work, tenantId, { size, cursor, route: 'GET /devices' })
    return { ...page, items: await shown(work, tenantId, page.items), mayManage: roles.includes('globalAdministrator') }
  },
}

function pageOf(work: Work, customerId: string, { size, cursor, route }: PageAsk & { readonly route: string }) {
  return readPage(work, { size, cursor }, { route, filter: { customerId }, read: (start, most) => devicesOf(work.trx, customerId, { start, most }), keysOf: ({ keys }) => keys })
}

async function shown({ trx, person }: Work, customerId: string, listed: readonly ListedDevice[]): Promise<ShownDevice[]> {
  const isCustomer = person.tenantId === customerId
  const profiles = new Map((await deviceProfilesOf(trx, customerId)).map((profile) => [profile.id, profile.name]))
  const names = isCustomer ? await namesOfTenants(trx, listed.flatMap(({ device }) => device.partnerId ?? [])) : new Map<string, string>()
  return listed.map(({ device }) => ({
    ...{ deviceId: device.id, serialNumber: device.serialNumber, manufacturer: device.manufacturer, model: device.model, productKey: device.productKey, hasHardwareHash: device.hasHardwareHash },
    ...{ batch: device.batch, profileId: device.profileId, profileName: device.profileId === null ? null : (profiles.get(device.profileId) ?? null), addedAt: device.addedAt.toISOString() },
    isOwn: isCustomer ? device.partnerId === null : device.partnerId === person.tenantId,
    addedByName: device.partnerId === null ? null : (names.get(device.partnerId) ?? null),
  }))
}
