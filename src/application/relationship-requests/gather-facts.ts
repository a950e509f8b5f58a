import { customerLanguages, type CustomerLanguage, defaultLanguage } from '../../domain/countries.ts'
import { relationshipWith } from '../../domain/customers/customer-account.ts'
import { draftLanguage } from '../../domain/clouds/cloud-rules.ts'
import { canonicalId } from '../../domain/ids.ts'
import { DomainError } from '../../domain/errors.ts'
import type { KnownCustomer, RequestFacts } from '../../domain/relationship-requests/request-checks.ts'
import type { NamedCustomer } from '../../domain/relationship-requests/relationship-request.ts'
import { findAccount, findAccountByDomain, languageOfCustomer } from '../../store/customer-account-store.ts'
import { domainsOf, partnerFacts } from '../../store/partner-facts-store.ts'
import { holdPartnershipBetween } from '../../store/partnership-store.ts'
import { hasOpenRequestNaming } from '../../store/relationship-request-store.ts'
import { holdStanding } from '../../store/rights-store.ts'
import type { Work } from '../use-case.ts'
import { readNamedCustomer, type RequestWish } from './request-input.ts'

export interface GatheredFacts extends RequestFacts {
  readonly partnerName: string
  /** the language a letter to this customer is best written in */
  readonly suggestedLanguage: CustomerLanguage
}

/**
 * What a request is judged by: the partner's own standing, what it stated, and what stands on its own list. Nothing is looked
 * up about a stranger, so nothing about one is confirmed or denied (decision 11).
 */
export async function gatherFacts(work: Work, wish: RequestWish): Promise<GatheredFacts> {
  const { trx, person, now } = work
  requirePartner(work)
  const stated = readNamedCustomer(wish.customer)
  const secondId = secondPartnerOf(wish)
  const [asker, known] = await Promise.all([askerFacts(work), knownCustomer(work, stated)])
  const named = known ? namedAs(known, stated) : stated
  return {
    ...asker,
    kind: wish.kind,
    named,
    known,
    hasOpenRequest: await hasOpenRequestNaming(trx, person.tenantId, named, now),
    askPrivileges: wish.askPrivileges,
    secondPartnerId: secondId,
    isAskedByProvider: wish.resellerId !== undefined,
    second: secondId === null ? undefined : await secondOf(work, secondId, wish),
    validityDays: wish.validityDays,
    language: wish.language,
    suggestedLanguage: await suggestedLanguage(work, known, named),
  }
}

/** The asking side, the same for every customer of a list. */
export async function askerFacts(work: Work): Promise<Pick<GatheredFacts, 'manifest' | 'partner' | 'partnerName'>> {
  const { trx, person, manifest } = work
  requirePartner(work)
  const [standing, [self], domains] = await Promise.all([holdStanding(trx, person.tenantId), partnerFacts(trx, [person.tenantId]), domainsOf(trx, person.tenantId)])
  return {
    manifest,
    partner: {
      id: person.tenantId,
      country: person.country,
      kinds: person.partnerKinds,
      domains,
      status: standing.partnerStatus ?? 'suspended',
      inDebt: standing.inDebt,
      hasSigned: standing.hasSigned,
      isVerified: self?.verifiedAt != null,
    },
    partnerName: person.tenantName,
  }
}

/** Who stands second: the provider that a reseller names, or the reseller that its provider names; never both. */
function secondPartnerOf({ secondPartnerId, resellerId }: RequestWish): string | null {
  if (secondPartnerId !== undefined && resellerId !== undefined) {
    throw new DomainError('invalidInput', 'A joint request has one second partner.', { reason: 'jointOneSecondPartner', field: 'resellerId' })
  }
  return canonicalId(secondPartnerId ?? resellerId ?? '') ?? null
}

/** Only a partner in partnership with the asker is looked at; the partnership is held, so that removing it waits or is seen. */
async function secondOf({ trx, person }: Work, id: string, { resellerId }: RequestWish): Promise<RequestFacts['second']> {
  const [providerId, itsReseller] = resellerId === undefined ? [id, person.tenantId] : [person.tenantId, id]
  if (!(await holdPartnershipBetween(trx, providerId, itsReseller))) return undefined
  const [second] = await partnerFacts(trx, [id])
  return second && { isActive: !second.isSuspended, hasSigned: second.agreementSignedAt !== null }
}

/** Partner roles mean nothing in a tenant that is no partner. */
export function requirePartner({ person }: Work): void {
  if (person.partnerKinds.length === 0) {
    throw new DomainError('notAllowed', 'Only a partner asks for relationships.', { reason: 'roleMissing' })
  }
}

async function knownCustomer({ trx, person }: Work, stated: NamedCustomer): Promise<KnownCustomer | undefined> {
  const { customerId, domain } = stated
  const account = customerId
    ? await findAccount(trx, person.tenantId, customerId)
    : domain
      ? await findAccountByDomain(trx, person.tenantId, domain)
      : undefined
  return (
    account && {
      customerId: account.customerId,
      companyName: account.companyName,
      domain: account.primaryDomain,
      country: account.country,
      relationship: relationshipWith(account),
      privilegedServices: account.privilegedServices,
      isClosed: account.customerClosedAt !== null,
    }
  )
}

/** What stands on the partner's list wins over what was typed; only how to call the customer is the partner's to say. */
export function namedAs(known: KnownCustomer, stated: NamedCustomer): NamedCustomer {
  return { customerId: known.customerId, domain: known.domain, country: known.country, companyName: stated.companyName ?? known.companyName }
}

async function suggestedLanguage(work: Work, known: KnownCustomer | undefined, named: NamedCustomer): Promise<CustomerLanguage> {
  const own = known && (await languageOfCustomer(work.trx, work.person.tenantId, known.customerId))
  const spoken = customerLanguages.find((language) => language === own)
  return draftLanguage(work.manifest, spoken ?? defaultLanguage(named.country ?? work.person.country))
}
