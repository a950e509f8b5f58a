import { mightAllow } from '../../domain/rights.ts'
import { findOwnTenant, type Tenant } from '../../store/tenant-store.ts'
import type { UseCase, Work } from '../use-case.ts'

export interface ShownTenant extends Tenant {
  readonly can: readonly string[]
}

/** One's own organization, with its standing as a partner where it is one. */
export const readTenant: UseCase<void, ShownTenant> = {
  action: 'tenant.read',

  run: (work) => showTenant(work),
}

export async function showTenant({ trx, person }: Work): Promise<ShownTenant> {
  return { ...(await findOwnTenant(trx, person.tenantId)), can: mightAllow(person.roles, 'tenant.update') ? ['update'] : [] }
}
