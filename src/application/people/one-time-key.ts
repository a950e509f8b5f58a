import { DomainError } from '../../domain/errors.ts'
import type { PasswordCircumstances } from '../../security/password-rules.ts'
import { mustHaveSecondFactor } from '../../domain/people/session.ts'
import { hashSecret, parseSecret } from '../../security/secret.ts'
import type { OneTimeSecretKind } from '../../store/one-time-secret-store.ts'
import { tenantOfOneTimeSecret } from '../../store/one-time-secret-store.ts'
import type { Person } from '../../domain/people/person.ts'
import type { Tenant } from '../../store/tenant-store.ts'
import type { Environment } from '../environment.ts'

/** What somebody presents, hashed, and the tenant it belongs to; undefined opens nothing. */
export interface OneTimeKey {
  readonly secretHash: Buffer
  readonly tenantId: string | undefined
}

export async function oneTimeKey(env: Environment, kind: OneTimeSecretKind, typed: string): Promise<OneTimeKey | undefined> {
  const secret = parseSecret(kind, typed)
  if (!secret) return undefined
  const secretHash = hashSecret(secret)
  return { secretHash, tenantId: await tenantOfOneTimeSecret(env.database, secretHash) }
}

export function requireKey(key: OneTimeKey | undefined): { readonly secretHash: Buffer; readonly tenantId: string } {
  if (!key?.tenantId) throw new DomainError('notFound', 'The link does not open anything.', { reason: 'linkNotValid' })
  return { secretHash: key.secretHash, tenantId: key.tenantId }
}

/** Which passwords are good enough for this person (rule R24). A second factor that may be given up again counts: without it a short one asks for another. */
export function passwordCircumstances(env: Environment, person: Pick<Person, 'hasTotp' | 'hasPasskey' | 'displayName' | 'userPrincipalName'>, tenant: Tenant): PasswordCircumstances {
  return {
    hasSecondFactor: person.hasTotp || person.hasPasskey || mustHaveSecondFactor(tenant, env.manifestOf(tenant.cloud)),
    ownNames: [person.userPrincipalName, person.displayName, tenant.name],
  }
}
