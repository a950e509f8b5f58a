import { DomainError } from '../domain/errors.ts'
import type { Database, Transaction } from './database.ts'

export type OneTimeSecretKind = 'passwordReset' | 'personInvitation' | 'mailConfirmation'

export interface OneTimeSecretDraft {
  readonly id: string
  readonly tenantId: string
  readonly personId: string
  readonly kind: OneTimeSecretKind
  readonly secretHash: Buffer
  readonly createdAt: Date
  readonly expiresAt: Date
  /** whose right it rests on; null for what the person began */
  readonly createdBy: string | null
  /** the address that a mailConfirmation makes the person's */
  readonly newMail?: string
}

/** Those before of this kind end with it. */
export async function insertOneTimeSecret(trx: Transaction, draft: OneTimeSecretDraft): Promise<void> {
  await endOneTimeSecretsOf(trx, draft, draft.createdAt, draft.kind)
  await trx
    .insertInto('one_time_secrets')
    .values({
      tenant_id: draft.tenantId,
      id: draft.id,
      kind: draft.kind,
      person_id: draft.personId,
      secret_hash: draft.secretHash,
      created_at: draft.createdAt,
      expires_at: draft.expiresAt,
      created_by: draft.createdBy,
      new_mail: draft.newMail ?? null,
    })
    .execute()
}

export async function endOneTimeSecretsOf(
  trx: Transaction,
  { tenantId, personId }: { readonly tenantId: string; readonly personId: string },
  now: Date,
  kind?: OneTimeSecretKind,
): Promise<void> {
  let query = trx
    .updateTable('one_time_secrets')
    .set({ expires_at: now })
    .where('tenant_id', '=', tenantId)
    .where('person_id', '=', personId)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
  if (kind) query = query.where('kind', '=', kind)
  await query.execute()
}

export interface OneTimeSecret {
  readonly personId: string
  readonly createdBy: string | null
  readonly newMail: string | null
}

/** Unknown, used, run out and another kind are one and the same answer. */
export async function findOneTimeSecret(trx: Transaction, tenantId: string, key: { kind: OneTimeSecretKind; secretHash: Buffer; now: Date }): Promise<OneTimeSecret> {
  const row = await trx
    .selectFrom('one_time_secrets')
    .select(['person_id', 'created_by', 'new_mail'])
    .where('tenant_id', '=', tenantId)
    .where('secret_hash', '=', key.secretHash)
    .where('kind', '=', key.kind)
    .where('used_at', 'is', null)
    .where('expires_at', '>', key.now)
    .executeTakeFirst()
  if (!row) throw notValid()
  return { personId: row.person_id, createdBy: row.created_by, newMail: row.new_mail }
}

/** The address that waits to be confirmed, if one does. */
export async function pendingMailOf(trx: Transaction, { tenantId, id }: { readonly tenantId: string; readonly id: string }, now: Date): Promise<{ readonly mail: string; readonly expiresAt: Date } | undefined> {
  const row = await trx
    .selectFrom('one_time_secrets')
    .select(['new_mail', 'expires_at'])
    .where('tenant_id', '=', tenantId)
    .where('person_id', '=', id)
    .where('kind', '=', 'mailConfirmation')
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return row?.new_mail ? { mail: row.new_mail, expiresAt: row.expires_at } : undefined
}

/** Uses it up in one statement: of two who hold it one gets in (rule R6). */
export async function spendOneTimeSecret(trx: Transaction, tenantId: string, key: { kind: OneTimeSecretKind; secretHash: Buffer; now: Date }): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable('one_time_secrets')
    .set({ used_at: key.now })
    .where('tenant_id', '=', tenantId)
    .where('secret_hash', '=', key.secretHash)
    .where('kind', '=', key.kind)
    .where('used_at', 'is', null)
    .where('expires_at', '>', key.now)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw notValid()
}

export async function tenantOfOneTimeSecret(database: Database, secretHash: Buffer): Promise<string | undefined> {
  const [row] = await database.door<{ tenant: string | null }>('tenant-of-one-time-secret', 'select tenant_of_one_time_secret($1) as tenant', [secretHash])
  return row?.tenant ?? undefined
}

function notValid(): DomainError {
  return new DomainError('notFound', 'The link does not open anything.', { reason: 'linkNotValid' })
}
