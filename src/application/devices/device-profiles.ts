import type { DeviceProfile, DeviceSetting } from '../../domain/devices/device.ts'
import { DomainError } from '../../domain/errors.ts'
import type { EventType } from '../../domain/events.ts'
import { displayName } from '../../domain/names/name.ts'
import { searchKey } from '../../domain/names/search-key.ts'
import { countDevicesOf, deviceProfilesOf, insertDeviceProfile, lockDeviceProfile, saveDeviceProfile } from '../../store/device-profile-store.ts'
import { verdictOn } from '../customers/customer-rights.ts'
import { bothSides } from '../invitations/carry-out.ts'
import type { UseCase, Work } from '../use-case.ts'

export interface ProfileWish {
  readonly customerId: string
  readonly name: string
  readonly description: string | null
  readonly settings: readonly DeviceSetting[]
}

export interface ShownProfile {
  readonly profileId: string
  readonly name: string
  readonly description: string | null
  readonly settings: readonly DeviceSetting[]
  readonly deviceCount: number
  readonly can: readonly ('change' | 'delete')[]
  readonly version: number
}

const customer = ({ customerId }: { readonly customerId: string }) => customerId

/** Bounds the profiles of one customer: they are read as one list. */
const mostProfiles = 100

/** The profiles of a customer, by name. */
export const listDeviceProfiles: UseCase<{ readonly customerId: string }, ShownProfile[]> = {
  action: 'device.list',
  customer,
  run: (work, { customerId }) => shownProfiles(work, customerId),
}

/** One of them, with the version that a change names. */
export const readDeviceProfile: UseCase<{ readonly customerId: string; readonly profileId: string }, ShownProfile> = {
  action: 'device.list',
  customer,

  async run(work, { customerId, profileId }) {
    const found = (await shownProfiles(work, customerId)).find((one) => one.profileId === profileId)
    if (!found) throw new DomainError('notFound', 'No such profile.')
    return found
  },
}

/** For the customer to read; the partners make and change them. */
export const listOwnDeviceProfiles: UseCase<void, ShownProfile[]> = {
  action: 'ownDevice.list',
  run: (work) => shownProfiles(work, work.person.tenantId),
}

export const createDeviceProfile: UseCase<ProfileWish, ShownProfile> = {
  action: 'device.manage',
  customer,

  async run(work, { customerId, ...wish }) {
    const { trx, person, now } = work
    const before = await deviceProfilesOf(trx, customerId)
    if (before.length >= mostProfiles) throw new DomainError('invalidInput', 'Too many profiles.', { reason: 'profilesTooMany', field: 'name' })
    const profile: DeviceProfile = { customerId, id: work.newId(), ...checked(wish), createdBy: person.personId, createdAt: now, deletedAt: null, version: 1 }
    if (!(await insertDeviceProfile(trx, profile))) throw nameTaken()
    await tell(work, profile, 'deviceProfile.created')
    return shownProfile(work, profile, 0)
  },
}

export const changeDeviceProfile: UseCase<ProfileWish & { readonly profileId: string; readonly version: number }, ShownProfile> = {
  action: 'device.manage',
  customer,

  async run(work, { customerId, profileId, version, ...wish }) {
    const profile = await lockDeviceProfile(work.trx, customerId, profileId, version)
    const next = { ...profile, ...checked(wish) }
    if ((await deviceProfilesOf(work.trx, customerId)).some(({ id, name }) => id !== profileId && sameName(name, next.name))) throw nameTaken()
    const saved = await saveDeviceProfile(work.trx, next)
    await tell(work, saved, 'deviceProfile.changed')
    return shownProfile(work, saved, (await countDevicesOf(work.trx, customerId)).get(profileId) ?? 0)
  },
}

/** Only one that no device has: it is taken from them first. */
export const deleteDeviceProfile: UseCase<{ readonly customerId: string; readonly profileId: string; readonly version: number }, void> = {
  action: 'device.manage',
  customer,

  async run(work, { customerId, profileId, version }) {
    const profile = await lockDeviceProfile(work.trx, customerId, profileId, version)
    if ((await countDevicesOf(work.trx, customerId)).has(profileId)) throw new DomainError('subscriptionNotPossible', 'Devices have this profile.', { reason: 'profileInUse', action: 'delete' })
    await saveDeviceProfile(work.trx, { ...profile, deletedAt: work.now })
    await tell(work, profile, 'deviceProfile.deleted')
  },
}

function checked({ name, description, settings }: Omit<ProfileWish, 'customerId'>): Pick<DeviceProfile, 'name' | 'description' | 'settings'> {
  return { name: displayName(name), description, settings: [...new Set(settings)] }
}

const sameName = (one: string, other: string) => searchKey(one) === searchKey(other)

function nameTaken(): DomainError {
  return new DomainError('alreadyExists', 'Another profile is called so.', { reason: 'profileNameTaken' })
}

async function shownProfiles(work: Work, customerId: string): Promise<ShownProfile[]> {
  const counts = await countDevicesOf(work.trx, customerId)
  return (await deviceProfilesOf(work.trx, customerId)).map((profile) => shownProfile(work, profile, counts.get(profile.id) ?? 0))
}

/** The count is of the devices that this reader sees. */
function shownProfile(work: Work, { id, customerId, name, description, settings, version }: DeviceProfile, deviceCount: number): ShownProfile {
  const may = work.person.tenantId !== customerId && verdictOn(work, customerId, 'device.manage').allowed
  return { profileId: id, name, description, settings, deviceCount, can: may ? (deviceCount > 0 ? ['change'] : ['change', 'delete']) : [], version }
}

async function tell(work: Work, { id, customerId }: DeviceProfile, type: EventType): Promise<void> {
  await work.record({ type, resource: { type: 'deviceProfile', id }, readers: bothSides(work.person.tenantId, customerId), data: {}, through: 'relationship' })
}
