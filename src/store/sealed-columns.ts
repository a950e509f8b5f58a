import { sql } from 'kysely'
import type { Transaction } from './database.ts'

/** Sealed, too, but gone within the hour: what a browser carries through a sign-in elsewhere. */
export const shortLivedSeals = ['outside_sign_ins.sealed'] as const

/** Where secrets lie that are sealed with the key file: each names the table, what names a row there, its column, and what the key is for. */
export const sealedColumns = [
  { table: 'people', key: 'id', column: 'totp_seed', purpose: 'totpSeed' },
  { table: 'people', key: 'id', column: 'totp_pending_seed', purpose: 'totpSeed' },
  { table: 'partner_links', key: 'id', column: 'sealed_secret', purpose: 'partnerLink' },
  { table: 'relationship_requests', key: 'id', column: 'sealed_secret', purpose: 'requestLink' },
  { table: 'partnerships', key: 'id', column: 'sealed_secret', purpose: 'partnershipLink' },
  { table: 'mails', key: 'id', column: 'sealed_secret', purpose: 'mailSecret' },
  { table: 'mail_address_keys', key: 'id', column: 'sealed_key', purpose: 'mailAddresses' },
  { table: 'issued_passwords', key: 'person_id', column: 'sealed', purpose: 'issuedPassword' },
  { table: 'sign_in_providers', key: 'tenant_id', column: 'sealed_secret', purpose: 'providerSecret' },
  { table: 'provisioning_connectors', key: 'id', column: 'sealed_secret', purpose: 'connectorSecret' },
] as const

export type SealedColumn = (typeof sealedColumns)[number]

export interface SealedRow {
  readonly id: string
  readonly sealed: Buffer
}

/** Rows after `afterId` whose secret another key than this one sealed, held for the change; a seal begins with its version and its key's id. */
export async function lockSealedByOthers(trx: Transaction, { table, key, column }: SealedColumn, { keyId, afterId, most }: { keyId: string; afterId: string; most: number }): Promise<SealedRow[]> {
  const [from, id, name] = [sql.table(table), sql.ref(key), sql.ref(column)]
  const { rows } = await sql<SealedRow>`
    select ${id} as id, ${name} as sealed from ${from} where ${id} > ${afterId} and substring(${name} from 2 for 4) <> decode(${keyId}, 'hex')
    order by ${id} limit ${most} for update`.execute(trx)
  return rows
}

export async function storeSealed(trx: Transaction, { table, key, column }: SealedColumn, { id, sealed }: SealedRow): Promise<void> {
  await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${sealed} where ${sql.ref(key)} = ${id}`.execute(trx)
}
