import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import type { Environment } from '../../src/application/environment.ts'
import { workPeopleJob } from '../../src/application/people-jobs/work-job.ts'
import type { BenchPartner } from './fill.ts'
import { fillUsers, theAdministrator, theCustomer } from './fill-users.ts'
import { line, measureInTurns } from './measure.ts'
import { guid } from './pairs.ts'
import { recordStatements, replayStatements, type Statement } from './statements.ts'

interface Stage {
  readonly env: Environment
  readonly url: string
  readonly owner: pg.Client
  readonly driver: pg.Pool
  /** who sold the seats */
  readonly partner: BenchPartner
  readonly factor: number
  tokenOf(who: { tenantId: string; personId: string; userPrincipalName: string }): Promise<string>
  runStatements(driver: pg.Pool, statements: readonly Statement[]): Promise<void>
}

const [usersAtAll, usersInJob] = [100_000, 10_000]

/** The list of 100 000 users of one customer, and licenses for 10 000 of them in one job, each beside the same SQL. */
export async function besideLicenses(stage: Stage): Promise<void> {
  const { url, owner, driver, partner, factor } = stage
  const users = Math.max(1_000, Math.round(usersAtAll * factor))
  const picked = Math.min(users, Math.max(500, Math.round(usersInJob * factor)))
  await fillUsers(owner, { users, seats: picked, partner })
  const token = await stage.tokenOf(theAdministrator)
  const ask = async (path: string, body?: object) => {
    const headers = { authorization: `Bearer ${token}`, ...(body && { 'content-type': 'application/json', 'idempotency-key': String(Math.random()) }) }
    const answer = await fetch(`${url}/api/v1${path}`, { headers, ...(body && { method: 'POST', body: JSON.stringify(body) }) })
    const text = await answer.text()
    if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${text}`)
    return text
  }
  console.log(`\n${users} users of one customer`)
  const lists = { 'first page': '/people', 'inside search': '/people?search=a1b2&match=inside', 'deep page (500 rows)': await deepPage(ask) }
  for (const [name, path] of Object.entries(lists)) {
    const statements = await recordStatements(() => ask(path))
    const [product, bare] = await measureInTurns([async () => void (await ask(path)), () => stage.runStatements(driver, statements)])
    console.log(line(`  ${name}, product`, product!))
    console.log(line(`  ${name}, same SQL, bare driver`, bare!))
  }
  const { rows } = await owner.query<{ id: string }>('select id from people where tenant_id = $1 and usage_location is not null order by id limit $2', [theCustomer, picked])
  const { id } = JSON.parse(await ask('/license-jobs', { people: { ids: rows.map((row) => row.id) }, licenses: [{ sku: 'BENCH:SEAT', act: 'assign' }] })) as { id: string }
  await inTurns(stage, id, picked)
}

/** As often as it takes to see whether the figures hold: the job by the product, then its statements by the driver, on the same rows. */
async function inTurns({ env, owner, driver }: Stage, jobId: string, picked: number): Promise<void> {
  const [product, bare]: [number[], number[]] = [[], []]
  let statements: Statement[] = []
  for (let turn = 0; turn < 3; turn++) {
    await asBegun(owner, jobId)
    product.push(await seconds(async () => {
      const recorded = await recordStatements(() => workPeopleJob(env, jobId))
      statements = recorded
    }))
    await asBegun(owner, jobId)
    const client = await driver.connect()
    const fresh = new Map([[jobId, jobId]])
    bare.push(await seconds(() => replayStatements(client, statements, (values) => withFreshIds(values, fresh))))
    client.release()
  }
  const said = (times: number[]) => `${Math.round(picked / Math.min(...times))} licenses a second (${times.map((time) => time.toFixed(2)).join(', ')} s)`
  console.log(`  ${picked} licenses in one job, product:                 ${said(product)}`)
  console.log(`  ${picked} licenses in one job, same SQL, bare driver:   ${said(bare)}`)
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const begin = performance.now()
  await work()
  return (performance.now() - begin) / 1_000
}

/** The job as it was before its first batch, so that the same statements fit again. */
async function asBegun(owner: pg.Client, jobId: string): Promise<void> {
  await owner.query('delete from user_licenses where tenant_id = $1', [theCustomer])
  await owner.query("update people_job_rows set state = 'waiting', reason_code = null, reason_sku = null where job_id = $1", [jobId])
  await owner.query("update people_jobs set status = 'running', done_count = 0, refused_count = 0, unchanged_count = 0, ended_at = null, version = 1 where id = $1", [jobId])
}

/** Events are never taken back, so what is written once more gets ids of its own; whom and what it is about stays. */
function withFreshIds(values: readonly unknown[], fresh: Map<string, string>): unknown[] {
  const freshId = (id: string) => {
    if (/^[03]0000000-/.test(id)) return id
    if (!fresh.has(id)) fresh.set(id, randomUUID())
    return fresh.get(id)!
  }
  const renewed = (value: unknown): unknown => (Array.isArray(value) ? value.map(renewed) : typeof value === 'string' ? value.replace(guid, freshId) : value)
  return values.map(renewed)
}

/** Nine tenths of the way, by following `next`, as people do. */
async function deepPage(ask: (path: string) => Promise<string>): Promise<string> {
  let deep = '/people?size=500'
  for (let page = 0; page < 180; page++) {
    const { next } = JSON.parse(await ask(deep)) as { next: string | null }
    if (!next) break
    deep = `/people?size=500&cursor=${encodeURIComponent(next)}`
  }
  return deep
}
