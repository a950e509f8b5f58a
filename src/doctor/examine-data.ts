import pg from 'pg'
import { mostSkewMs } from '../domain/readiness.ts'
import type { Connections } from '../store/connections.ts'
import { brokenInvariants, invariants } from '../store/invariants.ts'
import { refuseForeignSteps, shippedVersion } from '../store/migrate.ts'
import { EngineError } from '../store/postgres/engine-error.ts'
import { checkServer } from '../store/postgres/server-checks.ts'
import { appliedSteps } from '../store/backup/shape.ts'
import { readHealth } from '../store/health-store.ts'
import { failure, type Finding, ok, warning } from './finding.ts'

/** What the database says, to its owner. Reads only. */
export async function examineData(connections: Connections): Promise<Finding[]> {
  const client = new pg.Client(connections.owner)
  client.on('error', () => undefined)
  await client.connect()
  try {
    const schema = await schemaOf(client)
    const findings = [await engineOf(client), await clockOf(client), schema]
    if (schema.standing !== 'ok') return findings
    return [...findings, ...(await standingOf(client)), ...(await invariantsOf(connections))]
  } finally {
    await client.end()
  }
}

async function engineOf(client: pg.Client): Promise<Finding> {
  const { rows } = await client.query<{ version: string; checksums: string }>("select current_setting('server_version') as version, current_setting('data_checksums') as checksums")
  const { version, checksums } = rows[0]!
  try {
    await checkServer(client)
  } catch (error) {
    if (!(error instanceof EngineError)) throw error
    return failure('database', error.message, 'Change the setting of the server, then start again.')
  }
  const says = `PostgreSQL ${version} answers and keeps what it confirms (fsync, full_page_writes, synchronous_commit).`
  if (checksums !== 'on') return warning('database', `${says} It has no data checksums: a failing disk would go unnoticed.`, 'Stop that server and run pg_checksums --enable, when convenient.')
  return ok('database', says)
}

async function clockOf(client: pg.Client): Promise<Finding> {
  const before = Date.now()
  const { rows } = await client.query<{ at: Date }>('select clock_timestamp() as at')
  const [at, after] = [rows[0]!.at.getTime(), Date.now()]
  const skew = Math.max(0, before - at, at - after)
  if (skew > mostSkewMs) return failure('clock', `The clocks of this machine and of the database differ by ${Math.round(skew / 1_000)} seconds.`, 'Set both by NTP; until then the server says that it is not ready.')
  return ok('clock', `It is ${new Date(after).toISOString()} here and in the database.`)
}

async function schemaOf(client: pg.Client): Promise<Finding> {
  const steps = (await appliedSteps(client)) ?? []
  const newest = await shippedVersion()
  try {
    await refuseForeignSteps(steps)
  } catch (error) {
    if (!(error instanceof EngineError)) throw error
    return failure('schema', error.message, 'Start the Vinculo that belongs to these data.')
  }
  const version = steps.at(-1)?.version ?? 0
  if (version < newest) return warning('schema', `The data have schema ${version}; this program has ${newest}.`, 'Take a backup. The next start brings them up to date, or: vinculo migrate')
  return ok('schema', `The data have schema ${version}, the newest of this program.`)
}

async function standingOf(client: pg.Client): Promise<Finding[]> {
  const { quarantinedSince, mailsFailed, oldestWaitingMinutes, jobsFailed } = await readHealth(client)
  return [
    quarantinedSince
      ? warning('quarantine', `Restored at ${quarantinedSince} and not released: nothing is sent, and /readyz says so.`, 'Look at the data, then: vinculo release')
      : ok('quarantine', 'Not quarantined.'),
    mailsFailed > 0
      ? warning('mails', `${mailsFailed} mails were refused for good.`, 'Read why on the mailbox page of the operator console, and send them again there.')
      : oldestWaitingMinutes > 60
        ? warning('mails', `A mail has been waiting for ${Math.round(oldestWaitingMinutes / 60)} hours.`, 'Start the server; if it runs, look at SMTP_URL and the mail server.')
        : ok('mails', 'No mail was refused for good, and none waits for long.'),
    jobsFailed > 0 ? warning('jobs', `${jobsFailed} jobs gave up after all their attempts.`, 'The log of the server says which and why.') : ok('jobs', 'No job gave up.'),
  ]
}

async function invariantsOf(connections: Connections): Promise<Finding[]> {
  const broken = await brokenInvariants(connections)
  if (broken.length === 0) return [ok('invariants', `What has to hold in the data holds (${invariants.map(({ id }) => id).join(', ')}).`)]
  return broken.map(({ id, sentence, count, example }) =>
    failure(`invariants.${id}`, `This does not hold, ${count} times: ${sentence} For example ${example}.`, 'Take a backup, keep it, and report this with the version of the program.'),
  )
}
