import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { beforeEach, describe, expect, inject, it, onTestFinished } from 'vitest'
import { type Connections, connectServer } from './connections.ts'
import { migrate } from './migrate.ts'
import { EngineError } from './postgres/engine-error.ts'
import { silentLog } from './postgres/log.ts'

const keyMaterial = randomBytes(32)
let name: string

beforeEach(() => {
  name = `t${randomBytes(6).toString('hex')}`
})

function urlOf({ host, port, user, password }: pg.ClientConfig, database: string): string {
  const credentials = `${user}:${encodeURIComponent(password as string)}`
  return host!.startsWith('/')
    ? `postgres://${credentials}@/${database}?host=${encodeURIComponent(host!)}&port=${port}`
    : `postgres://${credentials}@${host}:${port}/${database}`
}

async function administer(text: string, database = 'postgres'): Promise<pg.QueryResult> {
  const client = new pg.Client({ ...inject('engine').bootstrap, database })
  await client.connect()
  try {
    return await client.query(text)
  } finally {
    await client.end()
  }
}

/** A database and a role that owns it, as an operator would be given them. */
async function givenDatabase(attributes: string, encoding = 'UTF8'): Promise<string> {
  await administer(`create role ${name}_builder login ${attributes} password 'builder'`)
  await administer(`create database ${name} owner ${name}_builder template template0 encoding '${encoding}' locale 'C'`)
  onTestFinished(async () => void (await administer(`drop database ${name} with (force)`)))
  return urlOf({ ...inject('engine').bootstrap, user: `${name}_builder`, password: 'builder' }, name)
}

function connect(databaseUrl: string, key = keyMaterial): Promise<Connections> {
  return connectServer({ databaseUrl, keyMaterial: key, rolePrefix: name })
}

async function refusalOf(databaseUrl: string): Promise<EngineError> {
  const outcome = await connect(databaseUrl).catch((error: unknown) => error)
  if (outcome instanceof EngineError) return outcome
  throw outcome
}

async function whoAmI(config: pg.ClientConfig): Promise<string> {
  const client = new pg.Client(config)
  await client.connect()
  try {
    return (await client.query<{ who: string }>('select current_user as who')).rows[0]!.who
  } finally {
    await client.end()
  }
}

describe('DATABASE_URL of a user who may create roles', () => {
  it('gives four roles with derived passwords, and migrates', async () => {
    const connections = await connect(await givenDatabase('createrole'))
    expect(connections).toMatchObject({ kind: 'server', databaseName: name })
    for (const role of ['owner', 'app', 'auditor', 'jobs'] as const) expect(await whoAmI(connections[role])).toBe(`${name}_${role}`)
    expect((await migrate({ connections, log: silentLog })).applied.length).toBeGreaterThan(0)
    const { rows } = await administer(
      `select distinct pg_get_userbyid(relowner)::text as owner from pg_class where relnamespace::regnamespace::text in ('public', 'graphile_worker') order by 1`,
      name,
    )
    expect(rows).toEqual([{ owner: `${name}_jobs` }, { owner: `${name}_owner` }])
  })

  it('may be used by several processes at once and again', async () => {
    const url = await givenDatabase('createrole')
    const found = await Promise.all(Array.from({ length: 6 }, () => connect(url)))
    expect(new Set(found.map(({ app }) => app.password)).size).toBe(1)
    expect(await whoAmI((await connect(url)).app)).toBe(`${name}_app`)
  })

  it('gives other passwords to another key', async () => {
    const url = await givenDatabase('createrole')
    const first = await connect(url)
    const second = await connect(url, randomBytes(32))
    expect(second.app.password).not.toBe(first.app.password)
    await expect(whoAmI(first.app)).rejects.toMatchObject({ code: '28P01' })
    expect(await whoAmI(second.app)).toBe(`${name}_app`)
  })

  it('is refused while the application role could bypass row-level security', async () => {
    const url = await givenDatabase('createrole')
    await connect(url)
    await administer(`alter role ${name}_app bypassrls`)
    await expect(connect(url)).rejects.toMatchObject({ code: 'rolesTooPowerful', details: { roles: [`${name}_app`] } })
    await administer(`alter role ${name}_app nobypassrls; grant ${name}_owner to ${name}_app`)
    await expect(connect(url)).rejects.toMatchObject({ code: 'rolesTooPowerful' })
  })
})

describe('DATABASE_URL of a superuser', () => {
  it('still leaves every object to the owner role, and takes powers from the application role', async () => {
    await givenDatabase('')
    const url = urlOf(inject('engine').bootstrap, name)
    await connect(url)
    await administer(`alter role ${name}_app superuser bypassrls`)
    const connections = await connect(url)
    await migrate({ connections, log: silentLog })
    const { rows } = await administer(`select rolsuper, rolbypassrls from pg_roles where rolname = '${name}_app'`)
    expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false }])
    const { rows: tables } = await administer(`select distinct tableowner::text from pg_tables where schemaname = 'public'`, name)
    expect(tables).toEqual([{ tableowner: `${name}_owner` }])
  })
})

describe('DATABASE_URL of a user who may not create roles', () => {
  it('is refused with the statements that an administrator has to run, and works after them', async () => {
    const url = await givenDatabase('')
    const refusal = await refusalOf(url)
    expect(refusal).toMatchObject({ code: 'rolesMissing' })
    const statements = refusal.details.statements as string[]
    for (const statement of statements) expect(refusal.message).toContain(statement)
    await administer(statements.join(';\n'), name)
    const connections = await connect(url)
    expect((await migrate({ connections, log: silentLog })).applied.length).toBeGreaterThan(0)
  })
})

describe('a server that cannot keep its word', () => {
  it('is refused where a confirmed commit may be lost', async () => {
    const url = await givenDatabase('createrole')
    await administer(`alter role ${name}_builder set synchronous_commit = off`)
    await expect(connect(url)).rejects.toMatchObject({ code: 'serverUnsafe', details: { setting: 'synchronous_commit' } })
  })

  it('is refused where text is not UTF-8', async () => {
    await expect(connect(await givenDatabase('createrole', 'SQL_ASCII'))).rejects.toMatchObject({ code: 'serverUnsafe' })
  })

  it.each([
    ['nobody listens', 'postgres://someone:topsecret@127.0.0.1:1/nowhere', 'ECONNREFUSED'],
    ['the text is no URL', 'topsecret', undefined],
  ])('is refused where %s, without repeating the password', async (_, url, reason) => {
    const refusal = await refusalOf(url)
    expect(refusal).toMatchObject({ code: 'serverUnreachable', ...(reason && { details: { reason } }) })
    expect(String(refusal)).not.toContain('topsecret')
  })

  it('is refused where the password is wrong', async () => {
    const url = await givenDatabase('createrole')
    await expect(connect(url.replace(':builder@', ':wrong@'))).rejects.toMatchObject({ code: 'serverUnreachable', details: { reason: '28P01' } })
  })
})
