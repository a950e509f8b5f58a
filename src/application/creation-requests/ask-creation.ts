import { askCreation as ask } from '../../domain/creation-requests/decide.ts'
import type { CreationRequest } from '../../domain/creation-requests/creation-request.ts'
import { DomainError } from '../../domain/errors.ts'
import { type NewCustomerInput, readNewCustomer } from '../../domain/new-customers/new-customer.ts'
import type { Language } from '../../language/languages.ts'
import { lockNameOnList } from '../../store/created-customer-store.ts'
import { insertCreationRequest } from '../../store/creation-request-store.ts'
import { searchKey } from '../../domain/names/search-key.ts'
import { customerDomain } from '../../domain/new-customers/domain-prefix.ts'
import { holdPartnershipBetween } from '../../store/partnership-store.ts'
import { listProblems } from '../new-customers/check-new-customer.ts'
import { fieldRefusal } from '../new-customers/field-refusal.ts'
import { requireFreeDomain } from '../new-customers/require-free-domain.ts'
import { plainNote } from '../operator/plain-note.ts'
import type { UseCase, Work } from '../use-case.ts'
import { type DescribedCreationRequest, describeCreationRequest } from './describe-creation-request.ts'

export interface CreationAsk {
  readonly input: NewCustomerInput
  readonly providerId: string
  readonly note: string | null
  readonly reader: Language
}

/**
 * An indirect reseller's *Add a new customer* (decision 17): the form goes to a provider in partnership, which creates the tenant
 * (S1.L1.10). It is judged as the creation itself would be, so that the provider gets nothing it could not complete.
 */
export const askCreation: UseCase<CreationAsk, DescribedCreationRequest> = {
  action: 'creationRequest.ask',

  async run(work, { input, providerId, note, reader }) {
    requireReseller(work)
    const { customer, problems } = readNewCustomer(input, { manifest: work.manifest, partnerCountry: work.person.country })
    if (problems.length > 0) throw fieldRefusal(problems, reader)
    if (!(await holdPartnershipBetween(work.trx, providerId, work.person.tenantId))) {
      throw new DomainError('customerNotPossible', 'There is no partnership with this provider.', { reason: 'providerNotInPartnership', field: 'providerId' })
    }
    await lockNameOnList(work.trx, work.person.tenantId, searchKey(customer.companyName))
    const [onList] = await listProblems(work, customer)
    if (onList) throw new DomainError('alreadyExists', 'The customer is on the list.', { reason: onList.reason, field: onList.field })
    await requireFreeDomain(work, customerDomain(customer.domainPrefix, work.manifest))
    const { next, event } = ask(freshRequest(work, { input: { ...input, companyName: customer.companyName, domainPrefix: customer.domainPrefix }, providerId, note: plainNote(note) }))
    await insertCreationRequest(work.trx, next)
    await work.record(event)
    return describeCreationRequest(work, next)
  },
}

/** Who creates customers itself asks nobody to; who is no reseller has no provider. */
function requireReseller({ person, manifest }: Work): void {
  if (manifest.closedToCreatingTenants) throw new DomainError('customerNotPossible', 'The cloud takes no new tenants.', { reason: 'cloudClosedToCreating' })
  if (!person.partnerKinds.includes('indirectReseller')) {
    throw new DomainError('customerNotPossible', 'Only an indirect reseller asks its provider.', { reason: 'onlyResellersAskProviders' })
  }
}

function freshRequest({ person, now, newId }: Work, { input, providerId, note }: Pick<CreationAsk, 'input' | 'providerId' | 'note'>): CreationRequest {
  return {
    id: newId(),
    resellerId: person.tenantId,
    providerId,
    status: 'waiting',
    customer: Object.fromEntries(Object.entries(input).map(([name, text]) => [name, (text as string).trim()])) as unknown as NewCustomerInput,
    note,
    createdBy: person.personId,
    createdAt: now,
    answeredAt: null,
    answeredBy: null,
    declineReason: null,
    customerId: null,
    version: 1,
  }
}
