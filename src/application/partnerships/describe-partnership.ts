import { effectivePartnershipStatus, otherSide, type Partnership, type PartnershipSide } from '../../domain/partnerships/partnership.ts'
import { openPartnershipActs, type PartnershipAct } from '../../domain/partnerships/decide.ts'
import type { Action } from '../../domain/permissions.ts'
import { reasonText } from '../../language/error-text.ts'
import type { Language } from '../../language/languages.ts'
import { namesOfPeople } from '../../store/names-of-people.ts'
import { type PartnerFacts, partnerFacts } from '../../store/partner-facts-store.ts'
import { accessHeldBy, accessHeldOver } from '../../store/partnership-list-store.ts'
import { type MayDo, rightsInOwnTenant } from '../relationship-requests/standing.ts'
import { serviceName } from '../service-name.ts'
import type { Work } from '../use-case.ts'
import { sideOf } from './own-partnership.ts'
import { storedLetter, storedPartnershipLink } from './partnership-letter.ts'

const actionOf: Readonly<Record<PartnershipAct, Action>> = {
  share: 'partnership.share',
  edit: 'partnership.edit',
  withdraw: 'partnership.withdraw',
  remove: 'partnership.remove',
  removeAccess: 'partnership.removeAccess',
}

export type DescribedPartnershipRow = Awaited<ReturnType<typeof describePartnerships>>[number]
export type DescribedPartnership = Awaited<ReturnType<typeof describePartnership>>

/** Rows of either list: who the other side is, how it stands, and whether the provider may administer the reseller's organization. */
export async function describePartnerships(work: Work, partnerships: readonly Partnership[], reader: Language) {
  const { trx, person } = work
  const others = partnerships.flatMap((partnership) => otherSide(partnership, person.tenantId) ?? [])
  const [mayDo, facts, people, by, over] = await Promise.all([
    rightsInOwnTenant(work),
    partnerFacts(trx, [...new Set(others)]),
    namesOfPeople(trx, partnerships.flatMap(({ createdBy, answeredBy, endedBy }) => [createdBy, answeredBy, endedBy].filter((id) => id !== null))),
    accessHeldBy(trx, person.tenantId, others),
    accessHeldOver(trx, person.tenantId, others),
  ])
  const around: Around = { work, mayDo, reader, facts: new Map(facts.map((one) => [one.id, one])), people, access: { provider: over, reseller: by } }
  return partnerships.map((partnership) => describeOne(partnership, around))
}

/** One partnership, with the letter and its link for those of the provider who may send it. */
export async function describePartnership(work: Work, partnership: Partnership, { reader, withWords }: { readonly reader: Language; readonly withWords: boolean }) {
  const [row] = await describePartnerships(work, [partnership], reader)
  const isShown = withWords && row!.can.includes('share')
  const link = isShown ? await storedPartnershipLink(work, partnership) : null
  const letter = link === null ? null : storedLetter(partnership, link)
  return { ...row!, link, draft: letter && { subject: letter.subject, paragraphs: [...letter.paragraphs], text: letter.text } }
}

interface Around {
  readonly work: Work
  readonly mayDo: MayDo
  readonly reader: Language
  readonly facts: ReadonlyMap<string, PartnerFacts>
  readonly people: ReadonlyMap<string, { readonly displayName: string | null }>
  readonly access: Readonly<Record<PartnershipSide, ReadonlyMap<string, string[]>>>
}

function describeOne(partnership: Partnership, { work, mayDo, reader, facts, people, access }: Around) {
  const { now, person, manifest } = work
  const side = sideOf(partnership, work)
  const otherId = otherSide(partnership, person.tenantId)
  const other = otherId === null ? undefined : facts.get(otherId)
  const services = (otherId === null ? undefined : access[side].get(otherId)) ?? []
  const isProvider = side === 'provider'
  const named = (id: string | null) => (id === null ? null : { displayName: people.get(id)?.displayName ?? null })
  return {
    id: partnership.id,
    side,
    status: effectivePartnershipStatus(partnership, now),
    partner: other ? describeOther(other) : null,
    namedCompany: isProvider ? partnership.namedCompany : null,
    access: services.map((id) => ({ id, name: serviceName(manifest, id, reader) })),
    language: partnership.language,
    createdAt: partnership.createdAt.toISOString(),
    createdBy: named(partnership.createdBy),
    sharedAt: instant(partnership.sharedAt),
    validUntil: partnership.expiresAt.toISOString(),
    answeredAt: instant(partnership.answeredAt),
    answeredBy: named(partnership.answeredBy),
    blockedAt: isProvider ? instant(partnership.blockedAt) : null,
    blockedReason: isProvider ? partnership.blockedReason : null,
    blockedText: isProvider && partnership.blockedReason !== null ? (reasonText(reader, partnership.blockedReason) ?? null) : null,
    endedAt: instant(partnership.endedAt),
    endedBySide: partnership.endedByTenant === null ? null : partnership.endedByTenant === partnership.providerId ? ('provider' as const) : ('reseller' as const),
    // What somebody noted for its own organization is not told to the other.
    endReason: partnership.endedByTenant === person.tenantId ? partnership.endReason : null,
    version: partnership.version,
    can: openPartnershipActs(partnership, { side, hasAccess: services.length > 0, now }).filter((act) => mayDo(actionOf[act])),
  }
}

/** Public facts only. */
function describeOther({ id, name, country, domain, programmeId, verifiedAt, isSuspended }: PartnerFacts) {
  return { id, name, country, domain, programmeId, isVerified: verifiedAt !== null, isSuspended }
}

function instant(at: Date | null): string | null {
  return at?.toISOString() ?? null
}
