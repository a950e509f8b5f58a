import pg from 'pg'

interface ForeignKey {
  readonly name: string
  readonly target: string
  readonly definition: string
}

/**
 * Takes away what stands in the way of rows in any order and of the owner itself: foreign keys, triggers, the force of
 * row-level security. All of it stands again when the work is done, within the same transaction: foreign keys are
 * made anew, so every row is checked.
 */
export async function withoutGuards(client: pg.Client, work: () => Promise<void>): Promise<void> {
  const forced = await namesOf(client, 'select c.oid::regclass::text as name from pg_class c where relforcerowsecurity and relnamespace = $1::regnamespace')
  const keys = await foreignKeys(client)
  const triggered = await namesOf(
    client,
    "select distinct tgrelid::regclass::text as name from pg_trigger t join pg_class c on c.oid = tgrelid where not tgisinternal and tgenabled = 'O' and c.relnamespace = $1::regnamespace",
  )
  for (const { target, name } of keys) await client.query(`alter table ${target} drop constraint ${name}`)
  for (const name of triggered) await client.query(`alter table ${name} disable trigger user`)
  for (const name of forced) await client.query(`alter table ${name} no force row level security`)
  await work()
  for (const { target, name, definition } of keys) await client.query(`alter table ${target} add constraint ${name} ${definition}`)
  for (const name of triggered) await client.query(`alter table ${name} enable trigger user`)
  for (const name of forced) await client.query(`alter table ${name} force row level security`)
}

async function namesOf(client: pg.Client, text: string): Promise<string[]> {
  return (await client.query<{ name: string }>(`${text} order by 1`, ['public'])).rows.map(({ name }) => name)
}

async function foreignKeys(client: pg.Client): Promise<ForeignKey[]> {
  const { rows } = await client.query<ForeignKey>(
    `select conrelid::regclass::text as target, conname as name, pg_get_constraintdef(oid) as definition
     from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace and conparentid = 0 order by 1, 2`,
  )
  return rows.map((key) => ({ ...key, name: pg.escapeIdentifier(key.name) }))
}
