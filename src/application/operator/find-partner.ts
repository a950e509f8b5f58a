import { domainName } from '../../domain/addresses.ts'
import { DomainError } from '../../domain/errors.ts'
import { canonicalId } from '../../domain/ids.ts'
import type { Partner } from '../../domain/partners/partner.ts'
import { tenantNamed } from '../../store/operator-store.ts'
import { lockPartner } from '../../store/partner-store.ts'
import type { Work } from '../use-case.ts'

/** The partner of a tenant id or, on the command line, of a primary domain (`china:firm.example` where a domain stands in several clouds). */
export async function heldPartner({ trx }: Work, which: string): Promise<Partner> {
  return lockPartner(trx, (await tenantNamed(trx, nameOf(which))) ?? notThere())
}

/** An organization named in the same way. */
export async function tenantIdNamed({ trx }: Work, which: string): Promise<string> {
  const id = await tenantNamed(trx, nameOf(which))
  if (id === undefined) throw new DomainError('notFound', 'No such organization.')
  return id
}

function nameOf(which: string): Parameters<typeof tenantNamed>[1] {
  const id = canonicalId(which)
  if (id !== undefined) return { id }
  const [domain, cloud] = which.split(':').reverse()
  return { domain: domainName(domain!), cloud }
}

function notThere(): never {
  throw new DomainError('notFound', 'No such partner.')
}
