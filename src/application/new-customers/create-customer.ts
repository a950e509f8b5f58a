import type { StatementInput } from '../../domain/agreements/attestation.ts'
import type { CreationRequest } from '../../domain/creation-requests/creation-request.ts'
import { DomainError } from '../../domain/errors.ts'
import { channelOf } from '../../domain/invitations/plan.ts'
import { searchKey } from '../../domain/names/search-key.ts'
import { customerDomain } from '../../domain/new-customers/domain-prefix.ts'
import { type NewCustomer, type NewCustomerInput, readNewCustomer } from '../../domain/new-customers/new-customer.ts'
import { creationBlocked } from '../../domain/new-customers/permission-to-create.ts'
import { roleAllows } from '../../domain/rights.ts'
import type { Language } from '../../language/languages.ts'
import { insertCreatedCustomer, lockNameOnList } from '../../store/created-customer-store.ts'
import { lockAccount, openAccount, saveAccount } from '../../store/customer-account-store.ts'
import { insertRelationship } from '../../store/reseller-relationship-store.ts'
import { attest, type AttestedCustomer } from '../agreements/attest.ts'
import { completeCreationRequest, holdCreationRequest } from '../creation-requests/answer-creation-request.ts'
import { bothSides } from '../invitations/carry-out.ts'
import { newTemporaryPassword, type TemporaryPassword } from '../people/temporary-password.ts'
import type { UseCase, Work } from '../use-case.ts'
import { listProblems } from './check-new-customer.ts'
import { fieldRefusal } from './field-refusal.ts'
import { relateReseller, requirePartnership } from './for-reseller.ts'
import { type FoundedCustomer, foundCustomerTenant } from './found-customer-tenant.ts'
import { requireFreeDomain } from './require-free-domain.ts'

/** Whether the partner attests now or leaves it to the customer; null where the cloud knows no agreement (D.6). */
export type AgreementChoice = { readonly choice: 'attested'; readonly statement: StatementInput } | { readonly choice: 'customerIsAsked' } | null

export interface CreateCustomerInput {
  readonly input: NewCustomerInput
  readonly agreement: AgreementChoice
  /** the indirect reseller that the customer is for; undefined makes it the provider's alone (S1.L1.9) */
  readonly resellerId?: string | undefined
  /** the request of a reseller that this completes; its reseller is the one that the customer is for */
  readonly creationRequestId?: string | undefined
  readonly reader: Language
  readonly temporary?: TemporaryPassword
}

export interface CreatedCustomerAnswer extends FoundedCustomer {
  readonly companyName: string
  readonly agreement: 'attested' | 'customerIsAsked' | 'notRequired'
  readonly signInUrl: string
}

/**
 * A partner adds a customer that has no tenant yet (S1.L1): tenant, account, relationship [S3.4], first administrator and,
 * where it says so, the attestation come into being together or not at all. The password is in this answer and nowhere else.
 */
export const createCustomer: UseCase<CreateCustomerInput, CreatedCustomerAnswer> = {
  action: 'customer.create',

  async prepare(env, _actor, input) {
    return { ...input, temporary: await newTemporaryPassword(env) }
  },

  async run(work, { input, agreement, resellerId: chosen, creationRequestId, reader, temporary }) {
    const { person, manifest } = work
    requireCreator(work)
    const asked = creationRequestId === undefined ? undefined : await holdCreationRequest(work, creationRequestId)
    const resellerId = resellerFor(asked, chosen)
    const { customer, problems } = readNewCustomer(input, { manifest, partnerCountry: person.country })
    if (problems.length > 0) throw fieldRefusal(problems, reader)
    requireChoice(work, agreement)
    if (resellerId !== undefined) await requirePartnership(work, resellerId)
    const primaryDomain = customerDomain(customer.domainPrefix, manifest)
    await requireNew(work, customer, primaryDomain)
    const founded = await foundCustomerTenant(work, customer, { primaryDomain, temporary: temporary! })
    await relate(work, customer, founded)
    if (resellerId !== undefined) await relateReseller(work, customer, { founded, resellerId })
    if (asked) await completeCreationRequest(work, asked, founded.customerId)
    if (agreement?.choice === 'attested') await attestWith(work, { customerId: founded.customerId, country: customer.country }, agreement.statement)
    return { ...founded, companyName: customer.companyName, agreement: agreement?.choice ?? 'notRequired', signInUrl: `${work.env.publicUrl}/admin/sign-in` }
  },
}

/** A request names its reseller, so nobody else can be chosen for it. */
function resellerFor(asked: CreationRequest | undefined, chosen: string | undefined): string | undefined {
  if (asked && chosen !== undefined && chosen !== asked.resellerId) {
    throw new DomainError('invalidInput', 'The request is of another reseller.', { reason: 'requestOfAnotherReseller', field: 'resellerId' })
  }
  return asked?.resellerId ?? chosen
}

/** A refusal names the field where it stands in this form: the signer has a name and a mail as the contact has. */
async function attestWith(work: Work, customer: AttestedCustomer, statement: StatementInput): Promise<void> {
  try {
    await attest(work, customer, statement)
  } catch (error) {
    if (!(error instanceof DomainError) || typeof error.details.field !== 'string') throw error
    const field = `agreement.statement.${error.details.field}`
    throw new DomainError(error.code, error.message, { ...error.details, field, pointers: [{ pointer: `/${field.replaceAll('.', '/')}`, rule: error.details.reason }] })
  }
}

function requireCreator({ person, manifest }: Work): void {
  const reason = creationBlocked(person.partnerKinds, manifest)
  if (reason) throw new DomainError('customerNotPossible', `No customer can be created: ${reason}.`, { reason })
}

function requireChoice({ person, manifest }: Work, agreement: AgreementChoice): void {
  const isAsked = manifest.customerAgreement === 'required'
  if (isAsked === (agreement !== null)) {
    if (agreement?.choice !== 'attested' || roleAllows(person.roles, 'agreement.attest')) return
    throw new DomainError('notAllowed', 'The role may not attest.', { reason: 'roleMissing', action: 'agreement.attest' })
  }
  const reason = isAsked ? 'agreementChoiceMissing' : 'agreementChoiceNotOffered'
  throw new DomainError('invalidInput', 'The agreement of this cloud asks for another choice.', { reason, field: 'agreement' })
}

/** What is there already is not made twice: the partner asks for a relationship instead (S1.L1.1, S4.8). */
async function requireNew(work: Work, customer: NewCustomer, domain: string): Promise<void> {
  await lockNameOnList(work.trx, work.person.tenantId, searchKey(customer.companyName))
  const [onList] = await listProblems(work, customer)
  if (onList) throw new DomainError('alreadyExists', 'The customer is on the list.', { reason: onList.reason, field: onList.field })
  await requireFreeDomain(work, domain)
}

/** The relationship forms in the same step [S3.4]; privileges are the customer's to give, so none are. */
async function relate(work: Work, customer: NewCustomer, founded: FoundedCustomer): Promise<void> {
  const { trx, person, now } = work
  const { customerId, primaryDomain, administrator } = founded
  const [id, channel, partnerId] = [work.newId(), channelOf(person.partnerKinds), person.tenantId]
  await insertRelationship(trx, { id, partnerId, customerId, channel, startedAt: now, requestId: null, signatureId: null, origin: 'creation' })
  await openAccount(trx, { partnerId, customerId, companyName: customer.companyName, primaryDomain, country: customer.country, channel, at: now })
  const account = await lockAccount(trx, partnerId, customerId)
  await saveAccount(trx, { ...account!, billing: customer.billing })
  const administratorId = administrator.personId
  await insertCreatedCustomer(trx, { partnerId, customerId, administratorId, registrationNumber: customer.registrationNumber, createdAt: now, createdBy: person.personId })
  const readers = bothSides(partnerId, customerId)
  await work.record({ type: 'tenant.created', resource: { type: 'tenant', id: customerId }, readers, data: { cloud: person.cloud, country: customer.country } })
  await work.record({ type: 'person.temporaryPasswordIssued', resource: { type: 'person', id: administratorId }, readers, data: { because: 'creation' }, through: 'relationship' })
  await work.record({ type: 'resellerRelationship.formed', resource: { type: 'resellerRelationship', id }, readers, data: { channel, origin: 'creation', requestId: null }, through: 'relationship' })
}
