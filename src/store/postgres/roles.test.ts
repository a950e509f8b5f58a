import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../test/support/database.ts'
import type { Connections } from '../connections.ts'
import type { Role } from './roles.ts'

const here = '018f0000-0000-7000-8000-000000000001'
const elsewhere = '018f0000-0000-7000-8000-000000000002'
let connections: Connections
let sessions: Record<Role, pg.Client>

beforeAll(async () => {
  connections = await testDatabase()
  const open = async (config: pg.ClientConfig) => {
    const client = new pg.Client(config)
    await client.connect()
    return client
  }
  sessions = {
    owner: await open(connections.owner),
    app: await open(connections.app),
    auditor: await open(connections.auditor),
    jobs: await open(connections.jobs),
  }
  await sessions.owner.query(`
    create table walls (tenant_id uuid not null, word text);
    alter table walls enable row level security;
    alter table walls force row level security;
    create policy app_sees on walls to vinculo_app
      using (tenant_id = (select current_setting('app.tenant')::uuid)) with check (tenant_id = (select current_setting('app.tenant')::uuid));
    create policy owner_all on walls to vinculo_owner using (true) with check (true);
    create policy auditor_reads on walls for select to vinculo_auditor using (true);
    grant select, insert, update, delete on walls to vinculo_app;
    grant select on walls to vinculo_auditor;
    insert into walls values ('${here}', 'mine'), ('${elsewhere}', 'theirs')`)
})

afterAll(async () => {
  for (const client of Object.values(sessions)) await client.end()
})

async function asTenant(tenant: string, text: string): Promise<pg.QueryResult> {
  const { app } = sessions
  await app.query('begin')
  try {
    await app.query("select set_config('app.tenant', $1, true)", [tenant])
    return await app.query(text)
  } finally {
    await app.query('commit')
  }
}

describe('the application role', () => {
  it('sees nothing without a tenant, and its own tenant’s rows with one', async () => {
    // 42704 where the setting was never made, 22P02 where an earlier transaction left the empty string: closed both ways.
    await expect(sessions.app.query('select word from walls')).rejects.toMatchObject({ code: '42704' })
    expect((await asTenant(here, 'select word from walls')).rows).toEqual([{ word: 'mine' }])
    await expect(sessions.app.query('select word from walls')).rejects.toMatchObject({ code: '22P02' })
  })

  it('changes no row of another tenant and writes none for it', async () => {
    expect((await asTenant(here, `update walls set word = 'taken' where tenant_id = '${elsewhere}'`)).rowCount).toBe(0)
    expect((await asTenant(here, `delete from walls where tenant_id = '${elsewhere}'`)).rowCount).toBe(0)
    await expect(asTenant(here, `insert into walls values ('${elsewhere}', 'smuggled')`)).rejects.toMatchObject({ code: '42501' })
    expect((await sessions.owner.query('select word from walls order by 1')).rows).toEqual([{ word: 'mine' }, { word: 'theirs' }])
  })

  it.each([
    'set row_security = off; select * from walls',
    'alter table walls disable row level security',
    'alter table walls no force row level security',
    'drop policy app_sees on walls',
    'create policy all_see on walls using (true)',
    'truncate walls',
    'create table mine ()',
    'set role vinculo_owner',
    'set role vinculo_jobs',
    'set session authorization vinculo_owner',
    'alter role vinculo_app bypassrls',
    'create role friend',
    'create extension hstore',
    "copy walls to program 'cat'",
    'select * from graphile_worker._private_jobs',
  ])('may not %s', async (statement) => {
    await sessions.app.query('begin')
    try {
      await expect(sessions.app.query(statement)).rejects.toMatchObject({ code: '42501' })
    } finally {
      await sessions.app.query('rollback')
    }
  })

  it('may not create a database', async () => {
    await expect(sessions.app.query('create database friend')).rejects.toMatchObject({ code: '42501' })
  })

  it('gives up a statement after 5 s, a lock after 4 s, an idle transaction after 10 s', async () => {
    const names = ['statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout', 'timezone']
    const { rows } = await sessions.app.query(`select ${names.map((name) => `current_setting('${name}') as ${name}`).join(', ')}`)
    expect(rows).toEqual([{ statement_timeout: '5s', lock_timeout: '4s', idle_in_transaction_session_timeout: '10s', timezone: 'UTC' }])
  })
})

describe('the other roles', () => {
  it('are no superusers and cannot bypass row-level security', async () => {
    const { rows } = await sessions.owner.query(
      `select rolname from pg_roles where rolname like 'vinculo\\_%' and not (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication) order by 1`,
    )
    expect(rows.map(({ rolname }) => rolname)).toEqual(['vinculo_app', 'vinculo_auditor', 'vinculo_jobs', 'vinculo_owner'])
  })

  it('the auditor reads every tenant and writes nothing', async () => {
    expect((await sessions.auditor.query('select from walls')).rowCount).toBe(2)
    for (const text of ["insert into walls values (gen_random_uuid(), 'x')", 'create table mine ()']) {
      await expect(sessions.auditor.query(text)).rejects.toMatchObject({ code: '25006' })
    }
    // A session may lift its own read-only default; the missing right stays.
    await sessions.auditor.query('begin read write')
    await expect(sessions.auditor.query("insert into walls values (gen_random_uuid(), 'x')")).rejects.toMatchObject({ code: '42501' })
    await sessions.auditor.query('rollback')
  })

  it('the jobs role reaches its queue and no table of the product', async () => {
    expect((await sessions.jobs.query('select from graphile_worker._private_jobs')).rowCount).toBe(0)
    await expect(sessions.jobs.query('select from walls')).rejects.toMatchObject({ code: '42501' })
    await expect(sessions.jobs.query('create schema mine')).rejects.toMatchObject({ code: '42501' })
  })
})
