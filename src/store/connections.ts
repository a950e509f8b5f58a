import type { ClientConfig } from 'pg'
import pg from 'pg'
import { EngineError, codeOf } from './postgres/engine-error.ts'
import { type RolePasswords, derivedPasswords } from './postgres/passwords.ts'
import { type Role, type RoleSetup, assertRoles, databaseGrants, refusePowerful, repeatOnCollision, roleName, roleStatements, roles, schemaGrants } from './postgres/roles.ts'
import { checkServer } from './postgres/server-checks.ts'

/** The ways into one database, one per role (rule R25). */
export interface Connections {
  /** owns the tables; migrations only */
  owner: ClientConfig
  /** what the product runs as; under row-level security always */
  app: ClientConfig
  /** reads every tenant's rows */
  auditor: ClientConfig
  /** owns the schema graphile_worker; runs the job queue */
  jobs: ClientConfig
  databaseName: string
  kind: 'embedded' | 'server'
}

/**
 * Prepares the database that DATABASE_URL names and returns the ways into it. The URL's user needs to be allowed to
 * create roles; where it is not, the four roles have to exist already, and the refusal says by which statements.
 * Passwords are derived from the installation's key, so nothing is stored. Safe in several processes at once.
 */
export async function connectServer(options: { databaseUrl: string; keyMaterial: Buffer; rolePrefix?: string }): Promise<Connections> {
  const prefix = options.rolePrefix ?? 'vinculo'
  if (!/^[a-z][a-z0-9_]{0,40}$/.test(prefix)) throw new TypeError('rolePrefix has to be a lower case SQL name of at most 41 characters')
  const passwords = derivedPasswords(options.keyMaterial, prefix)
  const client = await connectTo(options.databaseUrl)
  try {
    await checkServer(client)
    const connections = connectionsBeside(client, prefix, passwords)
    const { rows } = await client.query<{ super: boolean; creates: boolean }>(
      'select rolsuper as super, rolcreaterole as creates from pg_roles where rolname = current_user',
    )
    const { super: asSuperuser, creates } = rows[0]!
    const setup = { prefix, passwords, asSuperuser }
    const grants = [...databaseGrants(connections.databaseName, prefix), ...schemaGrants(prefix)]
    const denied = asSuperuser || creates ? await prepare(client, setup, grants) : ['it may not create roles']
    await refusePowerful(client, prefix)
    const missing = await firstMissing(connections)
    if (missing) throw unprepared(connections, [missing, ...denied], [...roleStatements({ ...setup, asSuperuser: true }), ...grants])
    return connections
  } finally {
    await client.end()
  }
}

async function connectTo(databaseUrl: string): Promise<pg.Client> {
  try {
    const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 })
    client.on('error', () => undefined)
    await client.connect()
    return client
  } catch (cause) {
    // The URL holds a password; neither it nor an error that quotes it is repeated.
    const reason = codeOf(cause) ?? 'not a PostgreSQL URL'
    throw new EngineError('serverUnreachable', `The database of DATABASE_URL cannot be reached (${reason}). Check host, port, user, password and database name.`, { reason })
  }
}

/** Host, port, database and TLS of the URL, with each role's own name and password. */
function connectionsBeside(client: pg.Client, prefix: string, passwords: RolePasswords): Connections {
  const { host, port, database } = client
  // The types say boolean; with certificates in the URL it is the object that holds them.
  const ssl = client.ssl as ClientConfig['ssl']
  const as = (role: Role): ClientConfig => ({ host, port, database: database!, ssl, user: roleName(prefix, role), password: passwords[role] })
  return { owner: as('owner'), app: as('app'), auditor: as('auditor'), jobs: as('jobs'), databaseName: database!, kind: 'server' }
}

/** What the URL's user may not do may have been done by somebody who may: the refusals are kept for the check that follows. */
async function prepare(client: pg.Client, setup: RoleSetup, grants: string[]): Promise<string[]> {
  const denied: string[] = []
  const note = (error: unknown) => {
    if (!['42501', '42704'].includes(codeOf(error) ?? '')) throw error
    denied.push((error as Error).message)
  }
  await assertRoles(client, setup).catch(note)
  for (const statement of grants) await repeatOnCollision(() => client.query(statement)).catch(note)
  return denied
}

/** Each role has to get in, and the owner has to be able to build. */
async function firstMissing(connections: Connections): Promise<string | undefined> {
  for (const role of roles) {
    const client = new pg.Client(connections[role])
    client.on('error', () => undefined)
    try {
      await client.connect()
      if (role === 'owner' && !(await mayBuild(client, connections))) return `${connections.owner.user} lacks rights`
    } catch (error) {
      return `${connections[role].user} cannot sign in: ${codeOf(error) ?? 'no answer'}`
    } finally {
      await client.end().catch(() => undefined)
    }
  }
  return undefined
}

async function mayBuild(owner: pg.Client, { jobs }: Connections): Promise<boolean> {
  const { rows } = await owner.query<{ builds: boolean }>(
    `select has_database_privilege(current_database(), 'create') and has_schema_privilege('public', 'create')
       and has_schema_privilege('public', 'usage') and pg_has_role($1, 'usage') as builds`,
    [jobs.user],
  )
  return rows[0]!.builds
}

function unprepared({ databaseName }: Connections, reasons: string[], statements: string[]): EngineError {
  return new EngineError(
    'rolesMissing',
    `The database roles are not ready (${reasons.join('; ')}), and the user of DATABASE_URL may not prepare them. ` +
      `Have a superuser run this in the database ${databaseName}, then start again (it holds no passwords, only their SCRAM verifiers):\n${statements.join(';\n')};`,
    { reasons, statements },
  )
}
