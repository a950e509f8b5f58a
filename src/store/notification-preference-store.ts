import { type Selectable, sql } from 'kysely'
import { isKind, type NotificationKind } from '../domain/notifications/notification-kinds.ts'
import { type Choice, type Preferences, usualPreferences } from '../domain/notifications/preferences.ts'
import { DomainError } from '../domain/errors.ts'
import type { Transaction } from './database.ts'
import type { PersonKey } from './digest-store.ts'
import type { NotificationPreferences } from './schema.generated.ts'

const columns = ['person_id', 'choices', 'digest_frequency', 'digest_hour', 'time_zone', 'version'] as const

/** What these people chose; who is missing chose nothing. */
export async function preferencesOf(trx: Transaction, people: readonly PersonKey[]): Promise<Map<string, Preferences>> {
  if (people.length === 0) return new Map()
  const [tenants, persons] = [people.map(({ tenantId }) => tenantId), people.map(({ personId }) => personId)].map((ids) => [...new Set(ids)])
  const rows = await trx
    .selectFrom('notification_preferences')
    .select(columns)
    .where(sql<boolean>`tenant_id = any(${tenants}::uuid[]) and person_id = any(${persons}::uuid[])`)
    .execute()
  return new Map(rows.map((row) => [row.person_id, fromRow(row)]))
}

export async function findPreferences(trx: Transaction, { tenantId, personId }: PersonKey): Promise<Preferences> {
  const row = await trx.selectFrom('notification_preferences').select(columns).where('tenant_id', '=', tenantId).where('person_id', '=', personId).executeTakeFirst()
  return row ? fromRow(row) : usualPreferences
}

/** The version that was read must still be there; whoever never chose stands at 1. */
export async function savePreferences(trx: Transaction, { tenantId, personId }: PersonKey, next: Preferences, at: Date): Promise<Preferences> {
  const version = next.version + 1
  const values = {
    choices: JSON.stringify(next.choices),
    digest_frequency: next.digest.frequency,
    digest_hour: next.digest.hour,
    time_zone: next.timeZone,
    changed_at: at,
    version,
  }
  const saved =
    next.version === usualPreferences.version
      ? await trx
          .insertInto('notification_preferences')
          .values({ tenant_id: tenantId, person_id: personId, ...values })
          .onConflict((conflict) => conflict.columns(['tenant_id', 'person_id']).doNothing())
          .executeTakeFirst()
          .then(({ numInsertedOrUpdatedRows }) => numInsertedOrUpdatedRows)
      : await trx
          .updateTable('notification_preferences')
          .set(values)
          .where('tenant_id', '=', tenantId)
          .where('person_id', '=', personId)
          .where('version', '=', next.version)
          .executeTakeFirst()
          .then(({ numUpdatedRows }) => numUpdatedRows)
  if (saved !== 1n) throw new DomainError('changedMeanwhile', 'The preferences were changed meanwhile.')
  return { ...next, version }
}

function fromRow(row: Pick<Selectable<NotificationPreferences>, (typeof columns)[number]>): Preferences {
  const choices = Object.entries(row.choices as unknown as Record<string, Choice>).filter((entry): entry is [NotificationKind, Choice] => isKind(entry[0]))
  return {
    choices: Object.fromEntries(choices),
    digest: { frequency: row.digest_frequency as Preferences['digest']['frequency'], hour: row.digest_hour },
    timeZone: row.time_zone,
    version: row.version,
  }
}
