import type { BusinessProfile, ProfileLocation } from '../../domain/business-profiles/business-profile.ts'
import { businessProfileTransitions } from '../../domain/business-profiles/transitions.ts'
import type { EventDraft } from '../../domain/events.ts'
import { roleAllows } from '../../domain/rights.ts'
import { openTransitions } from '../../domain/transition.ts'
import { profileLogo } from '../../store/business-profile-store.ts'
import { namesOfPeople } from '../../store/names-of-people.ts'
import { locationsOf } from '../../store/profile-location-store.ts'
import type { Work } from '../use-case.ts'

export interface ShownProfile extends BusinessProfile {
  readonly changedByName: string | null
  readonly otherCompaniesByName: string | null
  readonly locations: readonly ProfileLocation[]
  readonly can: readonly string[]
}

export interface WholeProfile extends ShownProfile {
  readonly png: Buffer | null
}

export async function showProfiles(work: Work, profiles: readonly BusinessProfile[]): Promise<ShownProfile[]> {
  const { trx, person } = work
  const people = await namesOfPeople(trx, profiles.flatMap(({ changedBy, otherCompaniesBy }) => [changedBy, otherCompaniesBy].filter((id) => id !== null)))
  const shown: ShownProfile[] = []
  for (const profile of profiles) {
    shown.push({
      ...profile,
      changedByName: people.get(profile.changedBy)?.displayName ?? null,
      otherCompaniesByName: people.get(profile.otherCompaniesBy ?? '')?.displayName ?? null,
      locations: await locationsOf(trx, person.tenantId, profile.id),
      can: roleAllows(person.roles, 'businessProfile.write') ? ['edit', ...openTransitions(businessProfileTransitions, profile.status)] : [],
    })
  }
  return shown
}

export async function showProfile(work: Work, profile: BusinessProfile): Promise<WholeProfile> {
  const [shown] = await showProfiles(work, [profile])
  return { ...shown!, png: await profileLogo(work.trx, work.person.tenantId, profile.id) }
}

export function profileFact({ id, partnerId, market }: BusinessProfile, type: 'businessProfile.created' | 'businessProfile.changed' | 'businessProfile.published' | 'businessProfile.unpublished', what?: string): EventDraft {
  return { type, resource: { type: 'businessProfile', id }, readers: [{ tenantId: partnerId }], data: { market, ...(what !== undefined && { what }) } }
}
