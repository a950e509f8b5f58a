import { mailAddress, userPrincipalName } from '../../domain/addresses.ts'
import { customerLanguages } from '../../domain/countries.ts'
import { DomainError } from '../../domain/errors.ts'
import { displayName } from '../../domain/names/name.ts'
import { deleteSetting } from '../../store/installation-store.ts'
import { operatorTenants } from '../../store/operator-store.ts'
import { insertPerson } from '../../store/person-store.ts'
import { findOwnTenant, insertTenant, type Tenant } from '../../store/tenant-store.ts'
import type { UseCase, Work } from '../use-case.ts'
import { inviteFounder } from './found-tenant.ts'

export interface OperatorInput {
  /** of the organization that runs the installation; only where there is none yet */
  readonly organization: string | null
  readonly displayName: string
  readonly userPrincipalName: string
  readonly mail: string
  readonly language: string
}

export interface CreatedOperator {
  readonly tenantId: string
  readonly tenantName: string
  readonly personId: string
  readonly userPrincipalName: string
}

/**
 * One more person who runs the installation, invited like any colleague. The first one brings the organization with it,
 * in place of the set-up page, whose code ends with it.
 */
export const createOperator: UseCase<OperatorInput, CreatedOperator> = {
  action: 'installation.run',

  async run(work, input) {
    if (!(customerLanguages as readonly string[]).includes(input.language)) {
      throw new DomainError('invalidInput', `A language is one of ${customerLanguages.join(', ')}.`, { reason: 'languageUnknown', field: 'language' })
    }
    const name = userPrincipalName(input.userPrincipalName)
    // Whoever uses the code at this moment is waited for here, and found below.
    await deleteSetting(work.trx, 'setUpCode')
    const found = await Promise.all((await operatorTenants(work.trx)).map((id) => findOwnTenant(work.trx, id)))
    const tenantId = found.length === 0 ? await foundOperator(work, input, name) : tenantFor(found, name)
    const personId = work.newId()
    const person = { id: personId, tenantId, userPrincipalName: name, displayName: displayName(input.displayName), mail: mailAddress(input.mail).address }
    await insertPerson(work.trx, { ...person, language: input.language, roles: ['operator'], status: 'invited', createdAt: work.now })
    const tenant = await inviteFounder(work, tenantId, personId)
    return { tenantId, tenantName: tenant.name, personId, userPrincipalName: name }
  },
}

/** A name ends in a domain of the organization. */
function tenantFor(tenants: readonly Tenant[], name: string): string {
  const domain = name.slice(name.lastIndexOf('@') + 1)
  const tenant = tenants.find(({ domains }) => domains.includes(domain))
  if (tenant) return tenant.id
  const known = tenants.flatMap(({ domains }) => domains)
  throw new DomainError('invalidInput', `The name has to end in a domain of the organization that runs this installation: ${known.join(', ')}.`, { reason: 'domainNotOwn', field: 'userPrincipalName' })
}

async function foundOperator(work: Work, { organization, language }: OperatorInput, name: string): Promise<string> {
  if (organization === null) throw new DomainError('invalidInput', 'Nobody runs this installation yet: name the organization that will.', { reason: 'organizationMissing', field: 'organization' })
  const id = work.newId()
  await insertTenant(work.trx, {
    id,
    cloud: 'public',
    name: displayName(organization),
    // The operator's own tenant has no relationships: neither market nor day is ever counted for it.
    country: 'US',
    timeZone: 'UTC',
    primaryDomain: name.slice(name.lastIndexOf('@') + 1),
    language,
    isCustomer: false,
    isOperator: true,
    origin: 'setUp',
    createdAt: work.now,
  })
  return id
}
