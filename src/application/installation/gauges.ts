import { noTenant } from '../../domain/ids.ts'
import { dueJobs, jobCounts, mailCounts } from '../../store/installation-store.ts'
import { gauge } from '../../telemetry/metrics.ts'
import type { Environment } from '../environment.ts'

/** However often somebody asks, the database is asked at most so often. */
const keptMs = 2_000

/**
 * What stands in the installation now, in the text of the metrics: pool, job queue, outbox. Sums over everybody; no label
 * names a tenant or a person. `tasks` are told when nothing of theirs waits, too. Without a database the rest is still told.
 */
export function gaugesOf(env: Environment, tasks: readonly string[]): () => Promise<string> {
  let last: { at: number; text: Promise<string> } | undefined
  return async () => {
    const at = env.clock().getTime()
    if (!last || at - last.at >= keptMs || at < last.at) last = { at, text: stored(env, tasks).catch(() => isUp(0)) }
    return poolText(env) + (await last.text)
  }
}

function poolText(env: Environment): string {
  const { total, idle, waiting } = env.database.pressure()
  return [
    gauge({ name: 'vinculo_database_connections', help: 'Connections of the pool by what they do.' }, [[{ state: 'idle' }, idle], [{ state: 'busy' }, total - idle]]),
    gauge({ name: 'vinculo_database_waiting', help: 'Acts that wait for a connection.' }, [[{}, waiting]]),
    gauge({ name: 'vinculo_quarantined', help: '1 after a restore until it is released: nothing is sent.' }, [[{}, env.isQuarantined ? 1 : 0]]),
  ].join('')
}

async function stored(env: Environment, tasks: readonly string[]): Promise<string> {
  const [found, due, mails] = await env.database.transaction({ tenant: noTenant, scope: 'system' }, async (trx) => [await jobCounts(trx), await dueJobs(trx), await mailCounts(trx)] as const)
  const idle = tasks.filter((task) => !found.some((one) => one.task === task)).map((task) => ({ task, waiting: 0, failing: 0 }))
  const jobs = [...found, ...idle]
  const now = env.clock().getTime()
  const ageOf = (since: Date | null | undefined) => (since ? Math.max(0, (now - since.getTime()) / 1_000) : 0)
  return [
    isUp(1),
    gauge({ name: 'vinculo_jobs', help: 'Jobs in the queue by task: waiting, or tried before and tried again.' }, jobs.flatMap(({ task, waiting, failing }) => [[{ task, state: 'waiting' }, waiting], [{ task, state: 'failing' }, failing]] as const)),
    gauge({ name: 'vinculo_job_oldest_seconds', help: 'For how long the oldest job of a task has been due and taken by nobody.' }, jobs.map(({ task }) => [{ task }, ageOf(due.get(task))])),
    gauge({ name: 'vinculo_mails', help: 'Mails in the outbox: queued, held until somebody sends them, failed for good.' }, [[{ status: 'queued' }, mails.queued], [{ status: 'held' }, mails.held], [{ status: 'failed' }, mails.failed]]),
    gauge({ name: 'vinculo_mail_oldest_seconds', help: 'For how long the oldest queued mail has been waiting.' }, [[{}, ageOf(mails.oldestQueued)]]),
  ].join('')
}

function isUp(value: 0 | 1): string {
  return gauge({ name: 'vinculo_database_up', help: 'Whether the database answered.' }, [[{}, value]])
}
