import { DomainError } from '../../domain/errors.ts'
import { isDomainUsed } from '../../store/created-customer-store.ts'
import { limitsOf } from '../limits.ts'
import type { Work } from '../use-case.ts'

/**
 * The named exception of decision 11: that a domain is in use is told, and never by whom. Every such answer counts; a free
 * domain is given back. Charged before it is known, or the refusal of the budget would tell it, too.
 */
export async function requireFreeDomain({ env, trx, person }: Work, domain: string): Promise<void> {
  const charge = await limitsOf(env).consume('takenDomain', { personId: person.personId, tenantId: person.tenantId })
  if (await isDomainUsed(trx, domain)) throw new DomainError('alreadyExists', 'The domain is in use.', { reason: 'domainInUse', field: 'domainPrefix' })
  await charge.refund()
}
