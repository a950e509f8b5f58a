import { privilegesAsked } from '../clouds/cloud-rules.ts'
import type { CapabilityManifest } from '../clouds/manifest.ts'
import type { CountryCode } from '../countries.ts'
import { DomainError, type ErrorCode } from '../errors.ts'
import { customerCountries, mayBeRelated } from '../markets/markets.ts'
import { isOnlyIndirectReseller } from './link-claims.ts'
import type { NamedCustomer, RelationshipRequestKind } from './relationship-request.ts'

/** What stops a request, or what its asker should know; the code has a text in every language (decision 6). */
export interface Finding {
  readonly reasonCode: string
  /** the field of the form that it is about */
  readonly field: 'kind' | 'customer' | 'askPrivileges' | 'secondPartnerId' | 'resellerId' | 'validityDays' | 'language' | null
}

/** What the asking partner already knows about the named customer: from its own list, never from anybody else's data. */
export interface KnownCustomer {
  readonly customerId: string
  readonly companyName: string
  readonly domain: string
  readonly country: CountryCode
  /** `none`: only known from elsewhere (domain/known-ties) */
  readonly relationship: 'active' | 'ended' | 'none'
  readonly privilegedServices: readonly string[]
  /** its tenant was closed */
  readonly isClosed: boolean
}

export interface RequestFacts {
  readonly manifest: CapabilityManifest
  readonly kind: RelationshipRequestKind
  readonly partner: {
    readonly id: string
    readonly country: CountryCode
    readonly kinds: readonly string[]
    readonly domains: readonly string[]
    readonly status: 'active' | 'suspended'
    readonly inDebt: boolean
    /** the partner agreement (S4.L1.6) */
    readonly hasSigned: boolean
    readonly isVerified: boolean
  }
  readonly named: NamedCustomer
  readonly known: KnownCustomer | undefined
  readonly hasOpenRequest: boolean
  /** undefined where the asker said nothing */
  readonly askPrivileges: boolean | undefined
  readonly secondPartnerId: string | null
  /** of a joint request: a provider asks for its reseller, who is the second partner */
  readonly isAskedByProvider: boolean
  /** the second partner of a joint request, where it is in partnership with the asker */
  readonly second?: { readonly isActive: boolean; readonly hasSigned: boolean } | undefined
  readonly validityDays: number | undefined
  readonly language: string | undefined
}

/** What decides about privileges alone. */
type AskFacts = Pick<RequestFacts, 'manifest' | 'kind' | 'askPrivileges' | 'known' | 'secondPartnerId'> & { readonly partner: Pick<RequestFacts['partner'], 'kinds'> }

/** Everything that bars the request, worst first. Asked on the page before drafting and again when it is created (decisions 2 and 3). */
export function requestProblems(facts: RequestFacts): Finding[] {
  return [...standingProblems(facts), ...customerProblems(facts), ...privilegeProblems(facts), ...termProblems(facts)]
}

/** What does not bar it. */
export function requestWarnings(facts: RequestFacts): Finding[] {
  const { manifest, known, kind, partner } = facts
  return [
    ...when(!partner.isVerified, 'partnerNotVerified', null),
    ...when(facts.hasOpenRequest, 'openRequestExists', 'customer'),
    ...when(manifest.closedToCreatingTenants && known === undefined, 'cloudClosedToNewTenants', 'customer'),
    ...when(manifest.eligibleCustomers === 'governmentAndRegulated' && known === undefined, 'onlyGovernmentCustomers', 'customer'),
    ...when(manifest.oneDapPartnerPerService === true && servicesAsked(facts).length > 0, 'onePartnerPerService', 'askPrivileges'),
    ...when(kind === 'establish' && known?.relationship === 'ended' && known.privilegedServices.length > 0, 'privilegesRemain', 'askPrivileges'),
  ]
}

/** The services on which it asks privileges. To restore them asks for those that are gone [S0.2]; nobody asks for what it holds. */
export function servicesAsked({ manifest, kind, partner, askPrivileges, known, secondPartnerId }: AskFacts): string[] {
  const all = manifest.services.map(({ id }) => id)
  if (kind === 'restorePrivileges') return all.filter((service) => !known?.privilegedServices.includes(service))
  // A joint request always asks privileges for the reseller (decision 12).
  if (manifest.privileges !== 'optionalOn' || secondPartnerId !== null) return all
  return privilegesAsked(manifest, { wanted: askPrivileges, asIndirectReseller: isOnlyIndirectReseller(partner.kinds) }) ? all : []
}

/** Where a partner of that country may have customers; for the page's choice of countries (pain point H-26). */
export function countriesToAsk({ manifest, partner }: Pick<RequestFacts, 'manifest' | 'partner'>): readonly CountryCode[] {
  return customerCountries(manifest, partner.country)
}

/** Throws the first problem with its own code; the others travel along. */
export function requirePossible(facts: RequestFacts): void {
  const problems = requestProblems(facts)
  const [first] = problems
  if (!first) return
  const code = errorCodeOf[first.reasonCode] ?? 'requestNotPossible'
  throw new DomainError(code, `The request is not possible: ${problems.map(({ reasonCode }) => reasonCode).join(', ')}.`, {
    reason: first.reasonCode,
    ...(first.field !== null && { field: first.field }),
    blockers: problems,
  })
}

const errorCodeOf: Readonly<Record<string, ErrorCode>> = {
  privilegesForcedByCloud: 'privilegesRuledByCloud',
  privilegesAddedByCloud: 'privilegesRuledByCloud',
  restoringAsksPrivileges: 'invalidInput',
  jointEstablishes: 'invalidInput',
  jointAsksPrivileges: 'invalidInput',
  validityOutOfRange: 'invalidInput',
  languageNotOffered: 'invalidInput',
  customerMissing: 'invalidInput',
}

function standingProblems(facts: RequestFacts): Finding[] {
  const { partner, manifest, secondPartnerId, kind } = facts
  // In the order in which the page of the invitation judges them: of two reasons both sides read the same one.
  return [
    ...when(partner.status !== 'active', 'partnerSuspended', null),
    ...when(!partner.hasSigned, 'partnerAgreementUnsigned', null),
    ...jointProblems(facts),
    ...when(partner.inDebt && manifest.debtBlocksRequests, 'partnerInDebt', null),
    ...when(!manifest.indirectResellersMayInvite && isOnlyIndirectReseller(partner.kinds), 'indirectResellerMayNotInvite', null),
    ...when(secondPartnerId !== null && kind !== 'establish', 'jointEstablishes', 'kind'),
  ]
}

/** What bars a joint request, by the name of who stands second. */
function jointProblems({ manifest, secondPartnerId, isAskedByProvider, second }: RequestFacts): Finding[] {
  if (secondPartnerId === null) return []
  const field = isAskedByProvider ? 'resellerId' : 'secondPartnerId'
  const reasons = isAskedByProvider
    ? { missing: 'jointResellerMissing', suspended: 'jointResellerSuspended', unsigned: 'jointResellerUnsigned' }
    : { missing: 'partnershipMissing', suspended: 'providerSuspended', unsigned: 'providerAgreementUnsigned' }
  return [
    ...when(!manifest.jointRequests, 'jointRequestsNotOffered', field),
    ...when(manifest.jointRequests && !second, reasons.missing, field),
    ...when(manifest.jointRequests && second?.isActive === false, reasons.suspended, field),
    ...when(manifest.jointRequests && second?.hasSigned === false, reasons.unsigned, field),
  ]
}

function customerProblems({ partner, manifest, named, known, kind, secondPartnerId }: RequestFacts): Finding[] {
  const isSelf = named.customerId === partner.id || (named.domain !== null && partner.domains.includes(named.domain))
  if (isSelf) return [{ reasonCode: 'ownTenant', field: 'customer' }]
  const country = known?.country ?? named.country
  const isNamed = named.customerId !== null || named.domain !== null
  return [
    ...when(known?.isClosed === true, 'customerClosed', 'customer'),
    ...when(kind === 'restorePrivileges' && !isNamed, 'customerMissing', 'customer'),
    ...when(customerCountries(manifest, partner.country).length === 0, 'noMarketForPartner', null),
    ...when(country !== null && !mayBeRelated(manifest, partner.country, country), 'outsideMarket', 'customer'),
    // After the market, as where the customer answers: of two reasons both sides read the same one.
    // A stranger's domain or id is neither confirmed nor denied: this says only what stands on the partner's own list (decision 11).
    ...when(kind === 'restorePrivileges' && isNamed && (known === undefined || known.relationship === 'none'), 'noRelationship', 'customer'),
    // A joint request may bring the provider to a customer that the reseller has [S1.34-35]; what is there is not made again.
    ...when(kind === 'establish' && known?.relationship === 'active' && secondPartnerId === null, 'alreadyRelated', 'kind'),
  ]
}

function privilegeProblems(facts: RequestFacts): Finding[] {
  const { manifest, kind, askPrivileges, known, secondPartnerId } = facts
  if (secondPartnerId !== null) return when(askPrivileges === false, 'jointAsksPrivileges', 'askPrivileges')
  if (kind === 'restorePrivileges') {
    return [
      ...when(askPrivileges === false, 'restoringAsksPrivileges', 'askPrivileges'),
      ...when(known !== undefined && servicesAsked(facts).length === 0, 'privilegesHeldAlready', 'kind'),
    ]
  }
  return [
    ...when(askPrivileges === false && manifest.privileges === 'forced', 'privilegesForcedByCloud', 'askPrivileges'),
    ...when(askPrivileges === false && manifest.privileges === 'alwaysAdded', 'privilegesAddedByCloud', 'askPrivileges'),
  ]
}

function termProblems({ manifest, validityDays, language }: RequestFacts): Finding[] {
  const longest = manifest.requestValidityDays.max
  const isOutOfRange = validityDays !== undefined && !(Number.isInteger(validityDays) && validityDays >= 1 && validityDays <= longest)
  const isSpoken = language === undefined || (manifest.draftLanguages as readonly string[]).includes(language)
  return [...when(isOutOfRange, 'validityOutOfRange', 'validityDays'), ...when(!isSpoken, 'languageNotOffered', 'language')]
}

function when(holds: boolean, reasonCode: string, field: Finding['field']): Finding[] {
  return holds ? [{ reasonCode, field }] : []
}
