import { sql } from 'kysely'
import { DomainError } from '../domain/errors.ts'
import type { SignInProvider } from '../domain/people/outside-identity.ts'
import type { Database, Transaction } from './database.ts'

export interface StoredProvider extends SignInProvider {
  readonly sealedSecret: Buffer
}

/** The organization's own; undefined where it has none. */
export async function findSignInProvider(trx: Transaction, tenantId: string): Promise<StoredProvider | undefined> {
  const row = await trx
    .selectFrom('sign_in_providers')
    .select(['tenant_id', 'issuer', 'client_id', 'sealed_secret', 'is_enabled', 'version'])
    .where('tenant_id', '=', tenantId)
    .executeTakeFirst()
  return row && { tenantId: row.tenant_id, issuer: row.issuer, clientId: row.client_id, sealedSecret: row.sealed_secret, isEnabled: row.is_enabled, version: row.version }
}

export async function insertSignInProvider(trx: Transaction, { tenantId, issuer, clientId, sealedSecret, isEnabled }: StoredProvider, now: Date): Promise<void> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('sign_in_providers')
    .values({ tenant_id: tenantId, issuer, client_id: clientId, sealed_secret: sealedSecret, is_enabled: isEnabled, created_at: now })
    .onConflict((conflict) => conflict.column('tenant_id').doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows !== 1n) throw new DomainError('alreadyExists', 'The organization has a provider.', { reason: 'providerExists' })
}

export async function updateSignInProvider(trx: Transaction, next: StoredProvider): Promise<StoredProvider> {
  const { numUpdatedRows } = await trx
    .updateTable('sign_in_providers')
    .set({ issuer: next.issuer, client_id: next.clientId, sealed_secret: next.sealedSecret, is_enabled: next.isEnabled, version: sql<number>`version + 1` })
    .where('tenant_id', '=', next.tenantId)
    .where('version', '=', next.version)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new DomainError('changedMeanwhile', 'The provider was changed meanwhile.')
  return { ...next, version: next.version + 1 }
}

/** At the door, by a domain or an id: none, one, or more than one, which is unclear. */
export async function tenantsWithProvider(database: Database, wanted: string): Promise<string[]> {
  const rows = await database.door<{ tenant: string }>('tenants-with-sign-in-provider', 'select tenants_with_sign_in_provider($1) as tenant', [wanted])
  return rows.map(({ tenant }) => tenant)
}
