import { noTenant } from '../../domain/ids.ts'
import { addressBlock } from '../../security/address-block.ts'
import { recentAddressesOf, tenantOfPersonName } from '../../store/session-store.ts'
import type { Environment } from '../environment.ts'
import { nameKey } from './sign-in.ts'

/** Whether the person of this name signed in from there before; the same work for a name that nobody has. */
export async function isKnownAddress(env: Environment, typedName: string, address: string): Promise<boolean> {
  const name = nameKey(typedName)
  const tenant = (await tenantOfPersonName(env.database, name)) ?? noTenant
  const addresses = await env.database.transaction({ tenant, scope: 'tenant' }, (trx) => recentAddressesOf(trx, tenant, name))
  const block = addressBlock(address)
  return addresses.some((one) => addressBlock(one) === block)
}
