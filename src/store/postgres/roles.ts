import { setTimeout as wait } from 'node:timers/promises'
import type { Client } from 'pg'
import pg from 'pg'
import { EngineError, codeOf } from './engine-error.ts'
import { type RolePasswords, scramVerifier } from './passwords.ts'

/**
 * owner: owns tables, used by migrations only. app: what the product runs as; cannot bypass row-level security.
 * auditor: reads. jobs: owns the schema of the job queue and nothing else. (Rule R25.)
 */
export type Role = 'owner' | 'app' | 'auditor' | 'jobs'

export const roles: readonly Role[] = ['owner', 'app', 'auditor', 'jobs']

/** Kept short: a killed client's session ends, and lets go of its locks, within this time instead of with its statement. */
const everySession = { timezone: 'UTC', client_connection_check_interval: '1s' }

/** What every session of a role starts with. A statement of the app that takes longer would hold up everybody else. */
const settings: Record<Role, Record<string, string>> = {
  owner: everySession,
  app: { ...everySession, statement_timeout: '5s', lock_timeout: '4s', idle_in_transaction_session_timeout: '10s' },
  auditor: { ...everySession, default_transaction_read_only: 'on' },
  jobs: everySession,
}

export interface RoleSetup {
  prefix: string
  passwords: RolePasswords
  /** whether to take away powers too, which others may not even name; a role is created without them */
  asSuperuser: boolean
}

export function roleName(prefix: string, role: Role): string {
  return `${prefix}_${role}`
}

/** Creates or updates the four roles; may be run again and by several processes at once. */
export async function assertRoles(client: Client, setup: RoleSetup): Promise<void> {
  await repeatOnCollision(() => client.query(roleStatements(setup).join(';\n')))
}

/** The statements by which somebody who may create roles makes ours. */
export function roleStatements({ prefix, passwords, asSuperuser }: RoleSetup): string[] {
  const powers = asSuperuser ? 'nosuperuser nobypassrls nocreatedb nocreaterole noreplication' : ''
  const statements: string[] = []
  for (const role of roles) {
    const name = roleName(prefix, role)
    const quoted = pg.escapeIdentifier(name)
    statements.push(
      `do $$ begin if not exists (select from pg_roles where rolname = ${pg.escapeLiteral(name)}) then create role ${quoted} login; end if; end $$`,
      `alter role ${quoted} login ${powers} password ${pg.escapeLiteral(scramVerifier(passwords[role]))}`,
      ...Object.entries(settings[role]).map(([key, value]) => `alter role ${quoted} set ${key} = ${pg.escapeLiteral(value)}`),
    )
  }
  const [owner, jobs] = [pg.escapeIdentifier(roleName(prefix, 'owner')), pg.escapeIdentifier(roleName(prefix, 'jobs'))]
  // The owner queues jobs inside its security definer functions, and makes the schema that the jobs role owns.
  statements.push(
    `do $$ begin if not pg_has_role(${pg.escapeLiteral(roleName(prefix, 'owner'))}, ${pg.escapeLiteral(roleName(prefix, 'jobs'))}, 'usage') then grant ${jobs} to ${owner}; end if; end $$`,
  )
  return statements
}

/** Lets the four roles into a database. CREATE DATABASE copies no such grants, so a clone needs them again. */
export function databaseGrants(database: string, prefix: string): string[] {
  const name = pg.escapeIdentifier(database)
  const [owner, ...others] = quotedNames(prefix)
  return [
    `grant connect on database ${name} to ${others.join(', ')}`,
    `grant connect, create, temporary on database ${name} to ${owner}`,
  ]
}

/** Lets the owner build in the database of the session, whoever owns that; the others only look in. */
export function schemaGrants(prefix: string): string[] {
  const [owner, ...others] = quotedNames(prefix)
  return [
    'revoke create on schema public from public',
    `grant usage, create on schema public to ${owner}`,
    `grant usage on schema public to ${others.join(', ')}`,
  ]
}

function quotedNames(prefix: string): string[] {
  return roles.map((role) => pg.escapeIdentifier(roleName(prefix, role)))
}

/** Two processes that alter the same role at the same moment: one is told so, and simply asks again. */
const collisions = new Set(['XX000', '23505', '42710', '40001', '40P01'])

export async function repeatOnCollision<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      if (attempt === 20 || !collisions.has(codeOf(error) ?? '')) throw error
      await wait(10 + Math.random() * 40 * attempt)
    }
  }
}

/** Row-level security is worth nothing under a role that is above it. */
export async function refusePowerful(client: Client, prefix: string): Promise<void> {
  const names = roles.map((role) => roleName(prefix, role))
  const { rows } = await client.query<{ rolname: string }>(
    `select rolname from pg_roles r where rolname = any($1) and (rolsuper or rolbypassrls or rolcreaterole)
     union all
     select rolname from pg_roles r where rolname = $2 and exists (select from pg_auth_members m where m.member = r.oid)`,
    [names, roleName(prefix, 'app')],
  )
  const found = rows.map((row) => row.rolname)
  if (found.length === 0) return
  throw new EngineError(
    'rolesTooPowerful',
    `The database role ${found.join(' and ')} has rights that would bypass row-level security (superuser, BYPASSRLS, CREATEROLE or membership of another role). Take them away with ALTER ROLE or REVOKE, then start again.`,
    { roles: found },
  )
}
