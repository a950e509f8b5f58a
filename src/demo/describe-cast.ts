import type { Environment } from '../application/environment.ts'
import type { DemoPerson, DemoReport, DemoTenant } from '../application/installation/demo-report.ts'
import { product } from '../product.ts'
import { totpUri } from '../security/totp.ts'
import type { CastPerson, CastTenant } from './cast.ts'
import type { Credentials } from './credentials.ts'

export interface CastMember {
  readonly tenant: CastTenant
  readonly id: string
  readonly people: readonly { readonly person: CastPerson; readonly id: string; readonly credentials: Credentials }[]
}

/** What is printed once: where everything is, who is who, and how they sign in. */
export function describeCast(env: Environment, members: readonly CastMember[]): DemoReport {
  const at = (path: string) => `${env.publicUrl}${path}`
  return {
    urls: {
      partner: at('/partner'),
      customer: at('/admin'),
      operator: at('/operator'),
      mailbox: at('/operator/mail'),
      api: at('/api/v1'),
      openapi: at('/api/openapi.json'),
    },
    tenants: members.map(tenantOf),
    people: members.flatMap((member) => peopleOf(member)),
  }
}

function tenantOf({ tenant, id }: CastMember): DemoTenant {
  return {
    id,
    key: tenant.key,
    name: tenant.name,
    cloud: tenant.cloud,
    country: tenant.country,
    primaryDomain: tenant.domain,
    kinds: [...(tenant.isOperator ? ['operator'] : []), ...(tenant.partner?.kinds ?? []), ...(tenant.isCustomer ? ['customer'] : [])],
    relatedWith: tenant.relatedWith ?? null,
  }
}

function peopleOf({ tenant, id: tenantId, people }: CastMember): DemoPerson[] {
  return people.map(({ person, id, credentials: { password, totpSeed } }) => {
    const userPrincipalName = `${person.userName}@${tenant.domain}`
    return {
      id,
      tenantId,
      tenantKey: tenant.key,
      displayName: person.displayName,
      userPrincipalName,
      role: person.roles[0] ?? 'user',
      roles: person.roles,
      portal: tenant.isOperator ? 'operator' : tenant.partner ? 'partner' : 'customer',
      password,
      totpSecret: totpSeed,
      totpUri: totpUri(totpSeed, { issuer: product.name, account: userPrincipalName }),
    }
  })
}
