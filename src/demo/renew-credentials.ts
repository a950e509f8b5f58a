import type { Environment } from '../application/environment.ts'
import { noTenant } from '../domain/ids.ts'
import { personByName, replaceCredentials } from '../store/operator-store.ts'
import { cast } from './cast.ts'
import { newCredentials } from './credentials.ts'
import type { CastMember } from './describe-cast.ts'
import { credentialColumns } from './write-tenants.ts'

/**
 * Fresh passwords and authenticators for the cast: those of the last time were printed once and are stored nowhere.
 * Whoever was erased or renamed meanwhile is left out.
 */
export async function renewCredentials(env: Environment): Promise<CastMember[]> {
  const now = env.clock()
  const fresh = await Promise.all(
    cast.map(async (tenant) => ({ tenant, people: await Promise.all(tenant.people.map(async (person) => ({ person, credentials: await newCredentials(env.random) }))) })),
  )
  return env.database.transaction({ tenant: noTenant, scope: 'system' }, async (trx) => {
    const members: CastMember[] = []
    for (const { tenant, people } of fresh) {
      const known = []
      let tenantId: string | undefined
      for (const { person, credentials } of people) {
        const found = await personByName(trx, `${person.userName}@${tenant.domain}`)
        if (!found || ['removed', 'erased'].includes(found.status)) continue
        tenantId = found.tenantId
        await replaceCredentials(trx, found, credentialColumns(env, found.id, credentials, now))
        known.push({ person, id: found.id, credentials })
      }
      if (tenantId) members.push({ tenant, id: tenantId, people: known })
    }
    return members
  })
}
