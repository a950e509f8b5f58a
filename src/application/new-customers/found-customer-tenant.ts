import { userPrincipalName } from '../../domain/addresses.ts'
import { customerLanguages, defaultLanguage } from '../../domain/countries.ts'
import { DomainError } from '../../domain/errors.ts'
import { displayName } from '../../domain/names/name.ts'
import type { NewCustomer } from '../../domain/new-customers/new-customer.ts'
import { insertPerson } from '../../store/person-store.ts'
import { enterTenant, insertTenant, sandboxOf, updateTenantSettings } from '../../store/tenant-store.ts'
import { issueTemporaryPassword, type TemporaryPassword } from '../people/temporary-password.ts'
import type { Work } from '../use-case.ts'

export interface IssuedCredentials {
  readonly personId: string
  readonly userPrincipalName: string
  readonly temporaryPassword: string
  readonly validUntil: Date
}

export interface FoundedCustomer {
  readonly customerId: string
  readonly primaryDomain: string
  readonly administrator: IssuedCredentials
}

/**
 * The customer's own side: its tenant and first Global administrator, who joins by choosing an own password. Written as
 * that tenant, because row-level security lets nobody else write there; the transaction is the partner's again afterwards.
 */
export async function foundCustomerTenant(work: Work, customer: NewCustomer, given: { readonly primaryDomain: string; readonly temporary: TemporaryPassword }): Promise<FoundedCustomer> {
  const { trx, person, now } = work
  const { primaryDomain, temporary } = given
  const { billing, country, companyName } = customer
  const sandboxId = await sandboxOf(trx, person.tenantId)
  const [customerId, personId] = [work.newId(), work.newId()]
  const language = ownLanguage(billing.language, country)
  const contactName = displayName(`${billing.firstName} ${billing.lastName}`)
  await enterTenant(trx, customerId)
  await insertTenantOnce(work, {
    ...{ id: customerId, cloud: person.cloud, name: companyName, country, primaryDomain, language, sandboxId },
    // Until the customer says otherwise it works where its partner does: both lie in one market.
    timeZone: person.timeZone,
  })
  await updateTenantSettings(trx, customerId, { language, timeZone: person.timeZone, contactName, contactMail: billing.mail, contactPhone: billing.phone }, 1)
  const name = userPrincipalName(`admin@${primaryDomain}`)
  await insertPerson(trx, {
    ...{ id: personId, tenantId: customerId, userPrincipalName: name, displayName: contactName, mail: billing.mail, language },
    roles: ['globalAdministrator'],
    status: 'invited',
    createdAt: now,
  })
  const validUntil = await issueTemporaryPassword(work, { id: personId, tenantId: customerId }, temporary)
  await enterTenant(trx, person.tenantId)
  return { customerId, primaryDomain, administrator: { personId, userPrincipalName: name, temporaryPassword: temporary.password, validUntil } }
}

type Draft = Omit<Parameters<typeof insertTenant>[1], 'isCustomer' | 'isOperator' | 'origin' | 'createdAt'>

/** Of two who take the same domain at once, the second waits here and is told what a third would be told before. */
async function insertTenantOnce(work: Work, draft: Draft): Promise<void> {
  try {
    await insertTenant(work.trx, { ...draft, isCustomer: true, isOperator: false, origin: 'createdByPartner', createdAt: work.now })
  } catch (error) {
    if (!(error instanceof DomainError && error.code === 'alreadyExists')) throw error
    throw new DomainError('alreadyExists', 'The domain is in use.', { reason: 'domainInUse', field: 'domainPrefix' })
  }
}

/** Of our own texts; a customer that reads another language reads English until there is more. */
function ownLanguage(language: string | null, country: string): string {
  const found = customerLanguages.find((one) => one === language || one.split('-')[0] === language)
  return found ?? (language === null ? defaultLanguage(country) : 'en')
}
