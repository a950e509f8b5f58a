import { domainName } from '../../domain/addresses.ts'
import { DomainError } from '../../domain/errors.ts'
import { handOverDue, proposeHandOver as propose } from '../../domain/hand-overs/decide.ts'
import type { HandOver } from '../../domain/hand-overs/hand-over.ts'
import { privilegesRefusal, servicesTaken } from '../../domain/hand-overs/plan.ts'
import { canonicalId } from '../../domain/ids.ts'
import type { Language } from '../../language/languages.ts'
import { insertHandOver, partnerBehindDomain } from '../../store/hand-over-store.ts'
import { domainsOf } from '../../store/partner-facts-store.ts'
import { lockActiveRelationships } from '../../store/reseller-relationship-store.ts'
import { requirePartner } from '../relationship-requests/gather-facts.ts'
import type { UseCase, Work } from '../use-case.ts'
import { customerToGive, expireLateHandOver } from './customer-to-give.ts'
import { type DescribedHandOver, describeHandOver } from './describe-hand-over.ts'
import { giverFacts } from './preview-giving.ts'
import { handOverRefusal, requireHandOver } from './refuse.ts'

export interface HandOverProposal {
  /** the other partner, by a domain of its organization */
  readonly partnerDomain: string
  /** of one's own list, where one hands it over; undefined where one would take it over */
  readonly customerId?: string | undefined
  /** where one would take it over */
  readonly customerDomain?: string | undefined
  readonly askPrivileges?: boolean | undefined
  readonly reader: Language
}

/**
 * The present partner offers a customer, or another one asks for it. Whether there is a partner of that domain, and whether
 * the customer is with it, is told by nobody but that partner itself (decision 11).
 */
export const proposeHandOver: UseCase<HandOverProposal, DescribedHandOver> = {
  action: 'handOver.propose',

  async run(work, input) {
    requirePartner(work)
    const partnerDomain = readDomain(input.partnerDomain, 'partnerDomain')
    const ownDomains = await domainsOf(work.trx, work.person.tenantId)
    if (ownDomains.includes(partnerDomain)) throw handOverRefusal('handOverSamePartner')
    const blank = blankHandOver(work, partnerDomain)
    const behind = await partnerBehindDomain(work.trx, partnerDomain)
    const proposal = input.customerId === undefined ? taking(work, input, { blank, ownDomains, behind }) : await giving(work, input.customerId, { blank, behind })
    const { next, event } = propose(proposal)
    await insertHandOver(work.trx, next)
    await work.record(event)
    return describeHandOver(work, next, input.reader)
  },
}

async function giving(work: Work, stated: string, { blank, behind }: { blank: HandOver; behind: string | null }): Promise<HandOver> {
  const { trx, person } = work
  const customerId = canonicalId(stated)
  // Held before anything is looked at, as the removal holds it: one of the two comes first.
  const related = customerId === undefined ? [] : await lockActiveRelationships(trx, person.tenantId, customerId)
  if (customerId === undefined || related.length === 0) throw new DomainError('notFound', 'No such customer on the list.')
  await expireLateHandOver(work, customerId)
  const given = await customerToGive(work, { id: customerId })
  requireHandOver(await giverFacts(work, given!))
  const { primaryDomain: customerDomain, companyName: customerName, country: customerCountry } = given!.account
  return { ...blank, fromPartnerId: person.tenantId, toPartnerId: behind, customerDomain, customerId, customerName, customerCountry }
}

function taking({ person, manifest }: Work, { customerDomain, askPrivileges }: HandOverProposal, { blank, ownDomains, behind }: { blank: HandOver; ownDomains: readonly string[]; behind: string | null }): HandOver {
  if (customerDomain === undefined) throw new DomainError('invalidInput', 'The customer is missing.', { reason: 'customerMissing', field: 'customerDomain' })
  const domain = readDomain(customerDomain, 'customerDomain')
  if (ownDomains.includes(domain)) throw handOverRefusal('handOverToCustomer')
  requireHandOver({ manifest, from: null, to: { ...standingOf(person), isActive: true, hasSigned: true, inDebt: false, mayStill: true }, customer: null, isRelated: null, hasThingsOpen: null, isOpenElsewhere: false, services: [], own: null })
  const refused = privilegesRefusal(manifest, askPrivileges)
  if (refused) throw handOverRefusal(refused)
  return { ...blank, fromPartnerId: behind, toPartnerId: person.tenantId, customerDomain: domain, services: servicesTaken(manifest, person.partnerKinds, askPrivileges) }
}

/** The permission asked for a partner in good standing that signed; what is left is its kind and its country. */
function standingOf({ tenantId: id, country, partnerKinds: kinds }: Work['person']) {
  return { id, country, kinds }
}

function readDomain(text: string, field: string): string {
  try {
    return domainName(text)
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    throw new DomainError(error.code, error.message, { ...error.details, field, pointers: [{ pointer: `/${field}`, rule: String(error.details.reason) }] })
  }
}

function blankHandOver({ person, now, newId }: Work, namedPartnerDomain: string): HandOver {
  return {
    id: newId(),
    proposerId: person.tenantId,
    fromPartnerId: null,
    toPartnerId: null,
    namedPartnerDomain,
    customerDomain: '',
    customerId: null,
    customerName: null,
    customerCountry: null,
    services: [],
    status: 'proposed',
    createdBy: person.personId,
    createdAt: now,
    expiresAt: handOverDue(now),
    agreedAt: null,
    agreedBy: null,
    answeredAt: null,
    answeredBy: null,
    answeredByTenant: null,
    note: null,
    endedBecause: null,
    version: 1,
  }
}
