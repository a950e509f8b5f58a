import { createHash } from 'node:crypto'
import { type BusinessProfile, type ProfileContent, profileLimits } from '../../domain/business-profiles/business-profile.ts'
import { checkedContent, profileKey, requireNobodyNamed, requirePublishable } from '../../domain/business-profiles/check-content.ts'
import { businessProfileTransitions } from '../../domain/business-profiles/transitions.ts'
import { DomainError } from '../../domain/errors.ts'
import { transition } from '../../domain/transition.ts'
import { reencodePng } from '../../security/png.ts'
import { lockProfile, partnersNamedIn, publishedLogo, saveProfile, saveProfileLogo, touchProfile } from '../../store/business-profile-store.ts'
import { locationsOf } from '../../store/profile-location-store.ts'
import type { UseCase, Work } from '../use-case.ts'
import { requireReferrals } from './referrals-here.ts'
import { profileFact, showProfile, type WholeProfile } from './show-profile.ts'

export interface ProfileChange {
  readonly id: string
  readonly version: number
  readonly content: ProfileContent
}

/** All the words at once; on a published page customers see them with the same commit (S4.L2.4 allows 24 hours). */
export const changeProfile: UseCase<ProfileChange, WholeProfile> = {
  action: 'businessProfile.write',

  async run(work, { id, version, content }) {
    const before = await profileAt(work, id, version)
    const checked = checkedContent(content, work.manifest.services.map((service) => service.id))
    const saidAnew = checked.otherCompanies !== before.otherCompanies || (checked.otherCompanies !== null && profileKey(checked) !== profileKey(before))
    const next: BusinessProfile = {
      ...before,
      ...checked,
      ...(saidAnew && { otherCompaniesBy: checked.otherCompanies && work.person.personId, otherCompaniesAt: checked.otherCompanies && work.now }),
    }
    requireNobodyNamed(next, await partnersNamedIn(work.trx, next.partnerId, profileKey(next)))
    if (next.status === 'published') await requireWhole(work, next)
    return save(work, next)
  },
}

/** Kept are the dots of the picture in a file of our own; what was uploaded is thrown away. Null takes the logo away. */
export const changeProfileLogo: UseCase<{ readonly id: string; readonly version: number; readonly png: string | null }, WholeProfile> = {
  action: 'businessProfile.write',

  async run(work, { id, version, png }) {
    const before = await profileAt(work, id, version)
    if (png === null) {
      await saveProfileLogo(work.trx, before, null)
      return save(work, { ...before, logo: null }, 'logo')
    }
    const { png: own, width, height } = reencodePng(Buffer.from(png, 'base64'))
    if (width > profileLimits.logoWidth || height > profileLimits.logoHeight) throw new DomainError('invalidInput', 'The logo is too wide or high.', { reason: 'profileLogoTooWide', field: 'png' })
    const logo = { sha256: createHash('sha256').update(own).digest('hex'), width, height }
    await saveProfileLogo(work.trx, before, { ...logo, png: own })
    return save(work, { ...before, logo }, 'logo')
  },
}

/** In the finder at once, or out of it. */
export const publishProfile: UseCase<{ readonly id: string }, WholeProfile> = {
  action: 'businessProfile.write',

  async run(work, { id }) {
    requireReferrals(work)
    const before = await lockProfile(work.trx, work.person.tenantId, id)
    const next: BusinessProfile = { ...before, status: transition(businessProfileTransitions, before.status, 'publish'), publishedAt: work.now }
    await requireWhole(work, next)
    requireNobodyNamed(next, await partnersNamedIn(work.trx, next.partnerId, profileKey(next)))
    const saved = await touchProfile(work.trx, { ...next, ...by(work) })
    await work.record(profileFact(saved, 'businessProfile.published'))
    return showProfile(work, saved)
  },
}

export const unpublishProfile: UseCase<{ readonly id: string }, WholeProfile> = {
  action: 'businessProfile.unpublish',

  async run(work, { id }) {
    const before = await lockProfile(work.trx, work.person.tenantId, id)
    const saved = await touchProfile(work.trx, { ...before, ...by(work), status: transition(businessProfileTransitions, before.status, 'unpublish'), publishedAt: null })
    await work.record(profileFact(saved, 'businessProfile.unpublished'))
    return showProfile(work, saved)
  },
}

/** For everybody who knows what it is: it stands on a page that customers find. */
export const readPublishedLogo: UseCase<{ readonly sha256: string }, Buffer | null> = {
  action: 'businessProfile.seeLogo',
  run: ({ trx }, { sha256 }) => publishedLogo(trx, sha256),
}

/** The version before the words: whoever edits what has changed meanwhile is told that first. */
async function profileAt(work: Work, id: string, version: number): Promise<BusinessProfile> {
  requireReferrals(work)
  const profile = await lockProfile(work.trx, work.person.tenantId, id)
  if (profile.version !== version) throw new DomainError('changedMeanwhile', 'The profile changed meanwhile.')
  return profile
}

async function requireWhole({ trx }: Work, profile: BusinessProfile): Promise<void> {
  requirePublishable({ ...profile, locations: (await locationsOf(trx, profile.partnerId, profile.id)).length })
}

async function save(work: Work, next: BusinessProfile, what?: 'logo'): Promise<WholeProfile> {
  const saved = await (what === undefined ? saveProfile : touchProfile)(work.trx, { ...next, ...by(work) })
  await work.record(profileFact(saved, 'businessProfile.changed', what))
  return showProfile(work, saved)
}

function by({ now, person }: Work): Pick<BusinessProfile, 'changedAt' | 'changedBy'> {
  return { changedAt: now, changedBy: person.personId }
}
