import { domainName } from '../../domain/addresses.ts'
import { DomainError } from '../../domain/errors.ts'
import { standingTenants } from '../../store/portable-customer-store.ts'
import { triedOut } from '../../store/savepoints.ts'
import type { UseCase, Work } from '../use-case.ts'
import type { PortableLine } from './customers-file.ts'
import { foundCustomer } from './import-customer.ts'

interface LineInput {
  readonly line: PortableLine
  /** everything is checked and nothing kept */
  readonly isDryRun: boolean
}

/** What became of a line: made, or there already, with its tenant. */
export interface LineOutcome {
  readonly outcome: 'created' | 'present'
  readonly tenantId: string
}

/**
 * One line of a file of customers in a transaction of its own, so that a file that was broken off is simply read again.
 * A tenant that stands here already with the same id, cloud and domain is left exactly as it is; nothing is ever attached to
 * somebody else's. Relationships are not formed here: the partner asks, the customer consents.
 */
export const importCustomerLine: UseCase<LineInput, LineOutcome> = {
  action: 'customerTenant.import',

  async run(work, { line, isDryRun }) {
    const standing = await alreadyHere(work, line)
    if (standing) return { outcome: 'present', tenantId: standing }
    const id = line.id ?? work.newId()
    const make = () => foundCustomer(work, line, { type: 'tenant.imported', id })
    await (isDryRun ? triedOut(work.trx, make) : make())
    return { outcome: 'created', tenantId: id }
  },
}

async function alreadyHere({ trx }: Work, { id, cloud, primaryDomain }: PortableLine): Promise<string | undefined> {
  const domain = domainName(primaryDomain)
  const [found] = await standingTenants(trx, { id, cloud, primaryDomain: domain })
  if (!found) return undefined
  const isSame = found.cloud === cloud && found.primaryDomain === domain && (id === null || found.id === id)
  if (isSame && found.isCustomer) return found.id
  const isIdTaken = found.id === id
  throw new DomainError('alreadyExists', isIdTaken ? 'This tenant ID belongs to another organization here.' : 'This domain belongs to another organization here.', { reason: isIdTaken ? 'tenantIdTaken' : 'domainTaken' })
}
