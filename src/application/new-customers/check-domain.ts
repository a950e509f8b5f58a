import { DomainError } from '../../domain/errors.ts'
import { customerDomain, domainPrefix, prefixProblem } from '../../domain/new-customers/domain-prefix.ts'
import type { Language } from '../../language/languages.ts'
import { isDomainUsed } from '../../store/created-customer-store.ts'
import { explain } from '../relationship-requests/explain.ts'
import type { UseCase } from '../use-case.ts'

export interface DomainAvailability {
  readonly prefix: string
  readonly domain: string
  readonly isAvailable: boolean
  readonly reasonCode: string | null
  readonly reasonText: string | null
}

/** Whether a tenant could be created under that domain now (S1.L1.7). Says yes or no and never whose it is (decision 11). */
export const checkDomain: UseCase<{ readonly prefix: string; readonly reader: Language }, DomainAvailability> = {
  action: 'customer.prepare',

  async run({ trx, manifest }, { prefix: typed, reader }) {
    const prefix = domainPrefix(typed)
    // Not in the schema of the entry, so that an unknown parameter is told first, as everywhere.
    if (prefix === '') throw new DomainError('invalidInput', 'The parameter prefix is missing.', { reason: 'domainPrefixMissing', field: 'prefix' })
    const domain = customerDomain(prefix, manifest)
    const reason = prefixProblem(prefix, manifest) ?? ((await isDomainUsed(trx, domain)) ? 'domainInUse' : undefined)
    return { prefix, domain, isAvailable: reason === undefined, ...(reason ? explain(reader, reason) : { reasonCode: null, reasonText: null }) }
  },
}
