import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import pg from 'pg'
import { testDatabase } from './support/database.ts'
import { aTenant } from './support/world.ts'

/** T30: the catalogue itself says whether the second lock is on. */
let owner: pg.Client
let kind: string

beforeAll(async () => {
  const connections = await testDatabase()
  kind = connections.kind
  owner = new pg.Client(connections.owner)
  await owner.connect()
})
afterAll(() => owner.end())

const names = async (text: string): Promise<string[]> => (await owner.query<{ name: string }>(text)).rows.map(({ name }) => name)

/** Bookkeeping without tenant data, which the application role cannot touch or only read. */
const bookkeeping = ['schema_migrations', 'resource_sequences']

const unprotected = `select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
  and not (c.relrowsecurity and c.relforcerowsecurity)`
const uncheckedWrites = `select tablename || '.' || policyname as name from pg_policies
  where schemaname = 'public' and cmd in ('INSERT', 'UPDATE', 'ALL') and with_check is null`
const openDoors = `select p.proname as name from pg_proc p where p.pronamespace = 'public'::regnamespace and p.prosecdef
  and not exists (select from unnest(coalesce(p.proconfig, '{}')) setting where setting like 'search_path=%')`
const publicDoors = `select p.proname as name from pg_proc p where p.pronamespace = 'public'::regnamespace and p.prosecdef
  and has_function_privilege('public', p.oid, 'execute')`
const strongRights = `select table_name || ' ' || privilege_type as name from information_schema.role_table_grants
  where grantee = 'vinculo_app' and table_schema = 'public' and privilege_type in ('TRUNCATE', 'REFERENCES', 'TRIGGER')`
const policyFunctions = `select distinct proname as name from pg_policies q join pg_proc p on q.qual like '%' || p.proname || '(%' and p.pronamespace = 'public'::regnamespace where q.schemaname = 'public'`

describe('the database catalogue', () => {
  it('shows no table without forced row-level security', async () => {
    expect((await names(unprotected)).filter((name) => !bookkeeping.includes(name))).toEqual([])
  })

  it('finds a table that was left open', async () => {
    await owner.query('create table left_open (tenant_id uuid)')
    expect(await names(unprotected)).toContain('left_open')
    await owner.query('drop table left_open')
  })

  it('checks what is written wherever it checks what is read', async () => {
    expect(await names(uncheckedWrites)).toEqual([])
  })

  it('gives every security definer function a fixed search path and no public right', async () => {
    expect(await names(openDoors)).toEqual([])
    expect(await names(publicDoors)).toEqual([])
  })

  it('gives the application no truncate, references or trigger', async () => {
    expect(await names(strongRights)).toEqual([])
  })

  it('uses no function of ours inside a policy', async () => {
    expect(await names(policyFunctions)).toEqual([])
  })

  it('runs the application under a role that is no superuser, owns nothing and cannot bypass', async () => {
    const { rows } = await owner.query(`select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb from pg_roles where rolname = 'vinculo_app'`)
    expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false }])
    expect(await names(`select relname as name from pg_class where pg_get_userbyid(relowner) = 'vinculo_app'`)).toEqual([])
  })

  it('has no view that would show other tenants, but for what partners published for everybody (decision 40)', async () => {
    expect((await names(`select viewname as name from pg_views where schemaname = 'public'`)).sort()).toEqual(['found_locations', 'found_profiles'])
  })

  it('keeps what was acknowledged', async () => {
    const { rows } = await owner.query<{ name: string; setting: string }>(
      `select name, setting from pg_settings where name in ('fsync', 'synchronous_commit', 'full_page_writes') order by name`)
    expect(rows.map(({ name, setting }) => `${name}=${setting}`)).toEqual(['fsync=on', 'full_page_writes=on', 'synchronous_commit=on'])
  })

  it('listens to no network when embedded', async () => {
    const { rows } = await owner.query<{ listen_addresses: string }>('show listen_addresses')
    if (kind === 'embedded') expect(rows[0]!.listen_addresses).toBe('')
    else expect(rows[0]!.listen_addresses).toMatch(/^(127\.0\.0\.1|localhost)$/)
  })
})

describe('the application role without a context', () => {
  it('is refused instead of shown everything', async () => {
    await aTenant()
    const app = new pg.Client((await testDatabase()).app)
    await app.connect()
    try {
      await expect(app.query('select * from tenants')).rejects.toThrow(/app\.tenant|app\.scope/)
      await app.query('begin')
      await app.query("select set_config('app.tenant', '00000000-0000-0000-0000-000000000000', true), set_config('app.scope', 'visitor', true), set_config('app.secret', '', true)")
      expect((await app.query('select * from tenants')).rows).toEqual([])
      await app.query('commit')
      await expect(app.query('select * from tenants')).rejects.toThrow(/invalid input syntax/)
    } finally {
      await app.end()
    }
  })

  it('can change no event', async () => {
    await expect(owner.query("update events set type = 'x'")).rejects.toThrow(/append-only/)
  })
})
