import { DomainError } from '../../domain/errors.ts'
import { assignProfile, lockDevices, removeDevicesOf } from '../../store/device-store.ts'
import { holdDeviceProfile } from '../../store/device-profile-store.ts'
import { bothSides } from '../invitations/carry-out.ts'
import type { UseCase, Work } from '../use-case.ts'

export interface DevicesNamed {
  readonly customerId: string
  readonly deviceIds: readonly string[]
}

/** Gives devices a profile, or takes it from them (null). Those that it or another partner added; never the customer's own [S0.L1.13]. */
export const assignDeviceProfile: UseCase<DevicesNamed & { readonly profileId: string | null }, { readonly count: number }> = {
  action: 'device.manage',
  customer: ({ customerId }) => customerId,

  async run(work, { customerId, deviceIds, profileId }) {
    if (profileId !== null && !(await holdDeviceProfile(work.trx, customerId, profileId))) throw new DomainError('invalidInput', 'No such profile.', { reason: 'profileUnknown', field: 'profileId' })
    const ids = await requireDevices(work, customerId, deviceIds)
    await assignProfile(work.trx, ids, profileId)
    await tell(work, customerId, 'device.profileAssigned', { deviceIds: ids, profileId })
    return { count: ids.length }
  },
}

/** Devices that a partner added, which it or another partner takes away again. */
export const removeDevices: UseCase<DevicesNamed, { readonly count: number }> = {
  action: 'device.manage',
  customer: ({ customerId }) => customerId,
  run: (work, { customerId, deviceIds }) => removeAll(work, customerId, deviceIds),
}

/** Any of one's own organization, whoever added it. */
export const removeOwnDevices: UseCase<Pick<DevicesNamed, 'deviceIds'>, { readonly count: number }> = {
  action: 'ownDevice.manage',
  run: (work, { deviceIds }) => removeAll(work, work.person.tenantId, deviceIds),
}

async function removeAll(work: Work, customerId: string, deviceIds: readonly string[]): Promise<{ count: number }> {
  const ids = await requireDevices(work, customerId, deviceIds)
  await removeDevicesOf(work.trx, ids, { at: work.now, by: work.person.personId })
  await tell(work, customerId, 'device.removed', { deviceIds: ids })
  return { count: ids.length }
}

/** All of them or none: one that is not there, or not for this reader, refuses the act. */
async function requireDevices(work: Work, customerId: string, deviceIds: readonly string[]): Promise<string[]> {
  const wanted = [...new Set(deviceIds)]
  const found = await lockDevices(work.trx, customerId, wanted)
  if (found.length !== wanted.length) throw new DomainError('invalidInput', 'No such device.', { reason: 'deviceUnknown', field: 'deviceIds' })
  return found
}

async function tell(work: Work, customerId: string, type: 'device.profileAssigned' | 'device.removed', data: { readonly deviceIds: readonly string[]; readonly profileId?: string | null }): Promise<void> {
  const mine = work.person.tenantId
  const readers = mine === customerId ? [{ tenantId: mine }] : bothSides(mine, customerId)
  const { deviceIds, ...more } = data
  await work.record({ type, resource: { type: 'device', id: deviceIds[0]! }, readers, data: { rows: deviceIds.length, ...more } })
}
