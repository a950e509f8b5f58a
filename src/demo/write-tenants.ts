import type { Environment } from '../application/environment.ts'
import { searchKey } from '../domain/names/search-key.ts'
import { seal } from '../security/seal.ts'
import type { Transaction } from '../store/database.ts'
import { insertMany } from '../store/insert-many.ts'
import type { CastTenant } from './cast.ts'
import type { Credentials } from './credentials.ts'
import type { CastMember } from './describe-cast.ts'
import type { CrowdMember } from './write-relationships.ts'

interface Everybody {
  readonly members: readonly CastMember[]
  readonly crowd: readonly CrowdMember[]
  readonly now: Date
}

/** Every tenant with its people. Those of the cast can sign in; an administrator of the crowd never does. */
export async function writeTenants(env: Environment, trx: Transaction, { members, crowd, now }: Everybody): Promise<void> {
  const enrolledAt = new Date(now.getTime() - 1_150 * 86_400_000)
  const operator = members.find(({ tenant }) => tenant.isOperator)!
  await insertMany(trx, 'tenants', [
    ...members.map(({ tenant, id }) => tenantRow(id, tenant, { origin: originOf(tenant), at: enrolledAt })),
    ...crowd.map(({ customer, id }) => tenantRow(id, { ...customer, isCustomer: true }, { origin: 'operatorImport', at: customer.since })),
  ])
  await insertMany(trx, 'partner_profiles', members.flatMap((member) => profileRow(member, operator.people[0]!.id, enrolledAt)))
  await insertMany(trx, 'people', [
    ...members.flatMap(({ tenant, id: tenantId, people }) =>
      people.map(({ person, id, credentials }) => ({
        ...personRow(tenantId, id, { ...person, domain: tenant.domain, createdAt: enrolledAt }),
        roles: [...person.roles],
        ...credentialColumns(env, id, credentials, enrolledAt),
      })),
    ),
    ...crowd.map(({ customer, id, administratorId }) => ({
      ...personRow(id, administratorId, { ...customer.administrator, domain: customer.domain, createdAt: customer.since }),
      roles: ['globalAdministrator'],
    })),
  ])
}

/** The columns by which somebody signs in with a password and an authenticator. */
export function credentialColumns(env: Environment, personId: string, { passwordHash, totpSeed }: Credentials, at: Date) {
  return {
    password_hash: passwordHash,
    password_changed_at: at,
    totp_seed: seal(env.keyRing, 'totpSeed', personId, totpSeed),
    totp_confirmed_at: at,
  }
}

function tenantRow(
  id: string,
  tenant: Pick<CastTenant, 'cloud' | 'name' | 'country' | 'domain' | 'language' | 'timeZone' | 'isCustomer' | 'isOperator'>,
  { origin, at }: { origin: string; at: Date },
) {
  return {
    id,
    cloud: tenant.cloud,
    name: tenant.name,
    name_key: searchKey(tenant.name),
    country: tenant.country,
    primary_domain: tenant.domain,
    language: tenant.language,
    time_zone: tenant.timeZone,
    is_customer: tenant.isCustomer ?? false,
    is_operator: tenant.isOperator ?? false,
    origin,
    created_at: at,
  }
}

function originOf(tenant: CastTenant): string {
  if (tenant.isOperator) return 'setUp'
  return tenant.partner ? 'enrolment' : 'operatorImport'
}

function profileRow({ tenant, id }: CastMember, operatorId: string, enrolledAt: Date) {
  if (!tenant.partner) return []
  const { kinds, programmeId, isVerified } = tenant.partner
  return [
    {
      tenant_id: id,
      kinds: [...kinds],
      programme_id: programmeId,
      verified_at: isVerified ? enrolledAt : null,
      verified_by: isVerified ? operatorId : null,
      verification_method: isVerified ? 'operatorCheck' : null,
      agreement_signed_at: enrolledAt,
      enrolled_at: enrolledAt,
    },
  ]
}

function personRow(tenantId: string, id: string, { displayName, userName, domain, createdAt }: { displayName: string; userName: string; domain: string; createdAt: Date }) {
  const name = `${userName}@${domain}`
  return {
    tenant_id: tenantId,
    id,
    user_principal_name: name,
    user_principal_name_key: name,
    display_name: displayName,
    display_name_key: searchKey(displayName),
    search_text: `${searchKey(displayName)} ${name}`,
    mail: name,
    mail_confirmed_at: createdAt,
    created_at: createdAt,
  }
}
