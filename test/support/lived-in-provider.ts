import { seal } from '../../src/security/seal.ts'
import { testKeyRing } from './environment.ts'
import type { Words } from './lived-in.ts'
import { sql, type TestTenant } from './world.ts'

/** An organization's own sign-in provider, switched off. */
export async function aSignInProvider(tenant: TestTenant, words: Words): Promise<void> {
  await sql(
    `insert into sign_in_providers (tenant_id, issuer, client_id, sealed_secret, is_enabled, created_at) values ($1, 'https://login.invalid', $2, $3, false, now()) on conflict do nothing`,
    [tenant.id, words('client id', [tenant]), seal(testKeyRing, 'providerSecret', tenant.id, 'secret')],
  )
}
