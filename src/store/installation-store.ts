import { sql } from 'kysely'
import pg from 'pg'
import type { Branding } from '../domain/branding.ts'
import type { ManifestOverrides } from '../domain/clouds/apply-overrides.ts'
import type { MailSender } from '../domain/mail-sender.ts'
import type { Database, Transaction } from './database.ts'
import { codeOf, EngineError } from './postgres/engine-error.ts'

/** Facts about this installation, by name. */
export interface Settings {
  /** SHA-256 of the one-time set-up code, hex; only while nobody is set up */
  readonly setUpCode: { readonly sha256: string }
  /** present in a demo installation: when its data were made */
  readonly demo: { readonly filledAt: string }
  /** present after a restore until the operator releases it; ISO instants */
  readonly quarantine: { readonly since: string; readonly takenAt: string }
  /** access tokens that were issued before do not count (rule R33); ISO instant */
  readonly signInsSince: { readonly at: string }
  readonly branding: Branding
  /** as it is served, base64 */
  readonly brandingLogo: { readonly png: string }
  readonly mailSender: MailSender
}

export async function readSetting<Name extends keyof Settings>(trx: Transaction, name: Name): Promise<Settings[Name] | undefined> {
  const row = await trx.selectFrom('settings').select('value').where('name', '=', name).executeTakeFirst()
  return row?.value as Settings[Name] | undefined
}

export async function writeSetting<Name extends keyof Settings>(trx: Transaction, name: Name, value: Settings[Name], now: Date): Promise<void> {
  const row = { value: JSON.stringify(value), changed_at: now }
  await trx
    .insertInto('settings')
    .values({ name, ...row })
    .onConflict((conflict) => conflict.column('name').doUpdateSet(row))
    .execute()
}

/** One statement: of two who take it away, one finds it gone. */
export async function deleteSetting(trx: Transaction, name: keyof Settings): Promise<boolean> {
  const { numDeletedRows } = await trx.deleteFrom('settings').where('name', '=', name).executeTakeFirst()
  return numDeletedRows === 1n
}

export interface StoredCloud {
  readonly id: string
  readonly basedOn: string
  readonly overrides: ManifestOverrides
}

export async function listClouds(trx: Transaction): Promise<StoredCloud[]> {
  const rows = await trx.selectFrom('clouds').select(['id', 'based_on', 'overrides']).orderBy('created_at').orderBy('id').execute()
  return rows.map((row) => ({ id: row.id, basedOn: row.based_on, overrides: row.overrides as ManifestOverrides }))
}

/** Whether anybody runs this installation yet. */
export async function hasOperator(trx: Transaction): Promise<boolean> {
  const row = await trx.selectFrom('tenants').select('id').where('is_operator', '=', true).limit(1).executeTakeFirst()
  return row !== undefined
}

export async function hasTenants(trx: Transaction): Promise<boolean> {
  const row = await trx.selectFrom('tenants').select('id').limit(1).executeTakeFirst()
  return row !== undefined
}

export interface Pulse {
  readonly databaseTime: Date
  readonly schemaVersion: number
  /** the oldest mail that waits and was never tried */
  readonly untriedMailSince: Date | null
  /** since when the oldest job that nobody takes has been due */
  readonly dueJobSince: Date | null
}

/**
 * Writes and takes back in one transaction: COMMIT has to reach the disk, and no row differs afterwards (rule R4).
 * As the product's own role, so that a read-only or full server is noticed.
 */
export async function feelPulse(database: Database, now: Date): Promise<Pulse> {
  return database.transaction({ tenant: '00000000-0000-0000-0000-000000000000', scope: 'system' }, async (trx) => {
    const name = 'probe'
    await trx.insertInto('settings').values({ name, value: '{}', changed_at: now }).onConflict((conflict) => conflict.doNothing()).execute()
    await trx.deleteFrom('settings').where('name', '=', name).execute()
    const { rows } = await sql<{ time: Date; version: number; untried: Date | null; due: Date | null }>`
      select clock_timestamp() as time, (select max(version) from schema_migrations) as version,
        (select min(created_at) from mails where status = 'queued' and attempts = 0) as untried,
        (select min(oldest) from due_jobs()) as due`.execute(trx)
    const [row] = rows
    return { databaseTime: row!.time, schemaVersion: row!.version, untriedMailSince: row!.untried, dueJobSince: row!.due }
  })
}

export interface JobCount {
  readonly task: string
  /** never tried yet */
  readonly waiting: number
  /** tried before, and tried again */
  readonly failing: number
  readonly oldest: Date | null
}

/** What waits in the job queue, by task. */
export async function jobCounts(trx: Transaction): Promise<JobCount[]> {
  const { rows } = await sql<JobCount>`select task, waiting, failing, oldest from job_counts() order by task`.execute(trx)
  return rows.map(({ task, waiting, failing, oldest }) => ({ task, waiting: Number(waiting), failing: Number(failing), oldest }))
}

/** The oldest job of each task that is due and in nobody's hands. */
export async function dueJobs(trx: Transaction): Promise<ReadonlyMap<string, Date>> {
  const { rows } = await sql<{ task: string; oldest: Date }>`select task, oldest from due_jobs()`.execute(trx)
  return new Map(rows.map(({ task, oldest }) => [task, oldest]))
}

export interface MailCounts {
  readonly queued: number
  readonly held: number
  readonly failed: number
  readonly oldestQueued: Date | null
}

/** Of all tenants, by index. */
export async function mailCounts(trx: Transaction): Promise<MailCounts> {
  const { rows } = await sql<MailCounts>`
    select (select count(*) from mails where status = 'queued') as queued, (select count(*) from mails where status = 'held') as held,
      (select count(*) from mails where status = 'failed') as failed, (select min(created_at) from mails where status = 'queued') as "oldestQueued"`.execute(trx)
  return rows[0]!
}

/** Whether a server's database was used by Vinculo before; asked before a fresh key could change its passwords. */
export async function wasUsedBefore(databaseUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query<{ used: boolean }>("select to_regclass('public.schema_migrations') is not null as used")
    return rows[0]!.used
  } catch (cause) {
    // The URL holds a password; neither it nor an error that quotes it is repeated.
    const reason = codeOf(cause) ?? 'no answer'
    throw new EngineError('serverUnreachable', `The database of DATABASE_URL cannot be reached (${reason}). Check host, port, user, password and database name.`, { reason })
  } finally {
    await client.end().catch(() => undefined)
  }
}
