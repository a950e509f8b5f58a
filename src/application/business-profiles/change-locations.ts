import type { BusinessProfile } from '../../domain/business-profiles/business-profile.ts'
import { checkedLocation, type LocationInput, requireRoom } from '../../domain/business-profiles/check-location.ts'
import { requirePublishable } from '../../domain/business-profiles/check-content.ts'
import { DomainError } from '../../domain/errors.ts'
import { lockProfile, touchProfile } from '../../store/business-profile-store.ts'
import { deleteLocation, insertLocation, locationsOf } from '../../store/profile-location-store.ts'
import type { UseCase, Work } from '../use-case.ts'
import { requireReferrals } from './referrals-here.ts'
import { profileFact, showProfile, type WholeProfile } from './show-profile.ts'

/** Up to five; whoever wants to change an address deletes it and adds it again (S4.L2.3). */
export const addLocation: UseCase<{ readonly profileId: string; readonly location: LocationInput }, WholeProfile> = {
  action: 'businessProfile.write',

  async run(work, { profileId, location }) {
    requireReferrals(work)
    const { trx, person, now } = work
    const profile = await lockProfile(trx, person.tenantId, profileId)
    requireRoom((await locationsOf(trx, person.tenantId, profileId)).length)
    const checked = checkedLocation(location)
    await insertLocation(trx, person.tenantId, { ...checked, id: work.newId(), profileId, country: profile.market, createdAt: now }, person.personId)
    return save(work, profile, 'locationAdded')
  },
}

/** The last one of a published page stays: customers are to see where they find the partner. */
export const removeLocation: UseCase<{ readonly profileId: string; readonly id: string }, WholeProfile> = {
  action: 'businessProfile.write',

  async run(work, { profileId, id }) {
    requireReferrals(work)
    const { trx, person } = work
    const profile = await lockProfile(trx, person.tenantId, profileId)
    if (!(await deleteLocation(trx, person.tenantId, { profileId, id }))) throw new DomainError('notFound', 'No such location.')
    if (profile.status === 'published') requirePublishable({ ...profile, locations: (await locationsOf(trx, person.tenantId, profileId)).length })
    return save(work, profile, 'locationRemoved')
  },
}

async function save(work: Work, profile: BusinessProfile, what: string): Promise<WholeProfile> {
  const saved = await touchProfile(work.trx, { ...profile, changedAt: work.now, changedBy: work.person.personId })
  await work.record(profileFact(saved, 'businessProfile.changed', what))
  return showProfile(work, saved)
}
