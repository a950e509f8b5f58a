import type { BusinessProfile } from '../../domain/business-profiles/business-profile.ts'
import { DomainError } from '../../domain/errors.ts'
import { customerCountries } from '../../domain/markets/markets.ts'
import { findProfile, insertProfile, profilesOf } from '../../store/business-profile-store.ts'
import type { UseCase, Work } from '../use-case.ts'
import { requireReferrals } from './referrals-here.ts'
import { profileFact, showProfile, showProfiles, type ShownProfile, type WholeProfile } from './show-profile.ts'

export interface OwnProfiles {
  readonly items: readonly ShownProfile[]
  /** countries in which the partner may trade and has no profile yet */
  readonly openMarkets: readonly string[]
}

/** One for each country or region that the partner may trade in (S4.L2.1). */
export const listProfiles: UseCase<object, OwnProfiles> = {
  action: 'businessProfile.read',

  async run(work) {
    requireReferrals(work)
    const items = await showProfiles(work, await profilesOf(work.trx, work.person.tenantId))
    const taken = items.map(({ market }) => market)
    return { items, openMarkets: marketsOf(work).filter((market) => !taken.includes(market)) }
  },
}

export const readProfile: UseCase<{ readonly id: string }, WholeProfile> = {
  action: 'businessProfile.read',

  async run(work, { id }) {
    requireReferrals(work)
    return showProfile(work, await findProfile(work.trx, work.person.tenantId, id))
  },
}

export const createProfile: UseCase<{ readonly market: string }, WholeProfile> = {
  action: 'businessProfile.write',

  async run(work, { market }) {
    requireReferrals(work)
    if (!marketsOf(work).includes(market)) throw new DomainError('invalidInput', 'The partner may not trade there.', { reason: 'profileMarketClosed', field: 'market' })
    const profile = blankProfile(work, market)
    if (!(await insertProfile(work.trx, profile))) throw new DomainError('referralNotPossible', 'There is one already.', { reason: 'profileMarketTaken' })
    await work.record(profileFact(profile, 'businessProfile.created'))
    return showProfile(work, profile)
  },
}

function marketsOf({ manifest, person }: Work): readonly string[] {
  return customerCountries(manifest, person.country)
}

function blankProfile({ person, now, newId }: Work, market: string): BusinessProfile {
  return {
    partnerId: person.tenantId,
    id: newId(),
    market,
    status: 'draft',
    description: '',
    website: null,
    linkedin: null,
    industries: [],
    services: [],
    products: [],
    competencies: [],
    skills: [],
    companySizes: [],
    otherCompanies: null,
    otherCompaniesBy: null,
    otherCompaniesAt: null,
    logo: null,
    createdAt: now,
    createdBy: person.personId,
    publishedAt: null,
    changedAt: now,
    changedBy: person.personId,
    version: 1,
  }
}
