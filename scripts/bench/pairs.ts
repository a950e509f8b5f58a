import { randomBytes, randomUUID } from 'node:crypto'
import type pg from 'pg'
import type { Environment } from '../../src/application/environment.ts'
import type { AccessTokens } from '../../src/security/access-token.ts'
import type { BenchPartner } from './fill.ts'
import { askAndAccept, startLoad } from './load.ts'
import { line, measure, type Sample, together } from './measure.ts'
import { recordStatements, replayStatements, type Statement } from './statements.ts'

interface Stage {
  readonly env: Environment
  readonly tokens: AccessTokens
  readonly url: string
  readonly owner: pg.Client
  readonly partner: BenchPartner
  /** customers that fillAccepters made */
  readonly accepters: number
  readonly driver: pg.Pool
  /** the bare route: /bare/:id does the work of that name and answers what it gives */
  readonly bareUrl: string
  readonly works: Map<string, () => Promise<string>>
}

/** A partner asks, a customer opens and accepts with the agreement: whole pairs per second at 1 and 8 clients, which are a process of their own. */
export async function acceptPairs(stage: Stage): Promise<void> {
  await publishAgreement(stage.owner)
  const asker = await tokenFor(stage, stage.partner)
  // Everybody has signed in before the clock starts.
  const accepters = await Promise.all(Array.from({ length: stage.accepters }, (_, index) => tokenFor(stage, accepterOf(index + 1))))
  const requests: Recorded[] = []
  await askAndAccept(stage.url, { asker, accepter: accepters[0]! })
  await askAndAccept(stage.url, { asker, accepter: accepters[1]!, around: async (request) => {
    let answer = ''
    requests.push({ statements: await recordStatements(async () => (answer = await request())), answer })
    return answer
  } })
  console.log(`\nRequest → accept pairs (${requests.length} requests and ${requests.flatMap(({ statements }) => statements).length} statements a pair)`)
  let customer = 2
  const take = (count: number) => (customer += count) - count
  const load = await startLoad()
  const product = (many: Many) => load.measure({ ...many, url: stage.url, asker, accepters: accepters.slice(take(all(many)), customer) })
  // Plans are kept, and those for empty tables fit no others: the database looks at its tables as it does by itself after a while.
  await product({ count: 250, clients: 8, warmUp: 50 })
  await stage.owner.query('analyze')
  for (const clients of [1, 8]) {
    const many = { count: clients * 40, clients, warmUp: 20 }
    const samples: [Sample[], Sample[], Sample[]] = [[], [], []]
    for (let turn = 0; turn < turns; turn++) {
      samples[0].push(await product(many))
      samples[1].push(await load.measure({ ...many, bare: putWorks(stage, requests, { first: take(all(many)), count: all(many) }) }))
      const first = take(all(many))
      samples[2].push(await measure((index) => replayPair(stage.driver, requests, first + index), many))
    }
    const [asked, bareRoute, bareDriver] = samples.map(together)
    console.log(line(`  ${clients} clients, product`, asked!))
    console.log(line(`  ${clients} clients, bare route, same SQL and bytes`, bareRoute!))
    console.log(line(`  ${clients} clients, same SQL, bare driver`, bareDriver!))
    console.log(`${''.padEnd(40)}${(asked!.perSecond / bareRoute!.perSecond).toFixed(2)} of the bare route`)
  }
  load.end()
}

interface Many {
  readonly count: number
  readonly clients: number
  readonly warmUp: number
}

/** In turns, so that what the machine and the growing tables do meanwhile falls on all alike. */
export const turns = 4

const all = ({ count, warmUp }: Many) => count + warmUp

/** What one request of a pair sent to the database, and what it answered. */
interface Recorded {
  readonly statements: readonly Statement[]
  readonly answer: string
}

/** Gives the bare route the work of so many pairs; answers the addresses of each pair's requests. */
function putWorks({ works, driver, bareUrl }: Stage, requests: readonly Recorded[], { first, count }: { first: number; count: number }): string[][] {
  works.clear()
  return Array.from({ length: count }, (_, index) => {
    const fresh = freshFor(first + index)
    return requests.map(({ statements, answer }, which) => {
      const id = `${first + index}-${which}`
      works.set(id, async () => (await replayFresh(driver, statements, fresh), answer))
      return `${bareUrl}/${id}`
    })
  })
}

async function replayPair(driver: pg.Pool, requests: readonly Recorded[], customer: number): Promise<void> {
  const fresh = freshFor(customer)
  for (const { statements } of requests) await replayFresh(driver, statements, fresh)
}

/** Customers are counted from 1 in the data. */
export const freshFor = (index: number): Fresh => ({ ids: new Map(), bytes: new Map(), customer: index + 1 })

export const guid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

/**
 * The recorded statements once more, for the next customer and with fresh ids, keys and secrets in the place of those
 * that were written, so that every constraint is exercised as it was. What was there before (partner, agreement) stays.
 */
export async function replayFresh(driver: pg.Pool, statements: readonly Statement[], fresh: Fresh): Promise<void> {
  const client = await driver.connect()
  try {
    await replayStatements(client, statements, (values) => values.map((value) => renewed(value, fresh)))
  } finally {
    client.release()
  }
}

interface Fresh {
  readonly ids: Map<string, string>
  /** by hex, since a link's secret stands as bytes in rows and as hex in the setting that row-level security reads */
  readonly bytes: Map<string, Buffer>
  readonly customer: number
}

function renewed(value: unknown, fresh: Fresh): unknown {
  if (Buffer.isBuffer(value)) return freshBytes(value.toString('hex'), fresh)
  if (Array.isArray(value)) return value.map((inner) => renewed(inner, fresh))
  if (typeof value !== 'string') return value
  if (/^[0-9a-f]{64}$/.test(value)) return freshBytes(value, fresh).toString('hex')
  return value.replace(guid, (id) => renewedId(id, fresh))
}

function freshBytes(hex: string, { bytes }: Fresh): Buffer {
  if (!bytes.has(hex)) bytes.set(hex, randomBytes(hex.length / 2))
  return bytes.get(hex)!
}

function renewedId(id: string, { ids, customer }: Fresh): string {
  if (id.startsWith('00000000-') || id === agreementId) return id
  if (/^3[01]000000-/.test(id)) return id.slice(0, 24) + customer.toString(16).padStart(12, '0')
  if (!ids.has(id)) ids.set(id, randomUUID())
  return ids.get(id)!
}

function accepterOf(customer: number) {
  const id = customer.toString(16).padStart(12, '0')
  return { id: `30000000-0000-4000-8000-${id}`, personId: `31000000-0000-4000-8000-${id}`, userPrincipalName: `admin@a${customer}.example` }
}

export function tokenFor({ tokens }: Pick<Stage, 'tokens'>, who: { id: string; personId: string; userPrincipalName: string }): Promise<string> {
  const now = new Date()
  return tokens.issue(
    { tenantId: who.id, personId: who.personId, userPrincipalName: who.userPrincipalName, authenticatedBy: ['pwd', 'otp', 'mfa'], authenticatedAt: now },
    { now, random: randomBytes },
  )
}

const agreementId = randomUUID()

async function publishAgreement(owner: pg.Client): Promise<void> {
  const id = agreementId
  await owner.query("insert into agreement_versions (id, cloud, country, number, published_at) values ($1, 'public', null, 1, now())", [id])
  for (const language of ['en', 'es']) {
    await owner.query("insert into agreement_texts (version_id, language, title, body, sha256) values ($1, $2, 'Sample', 'SAMPLE text', sha256(convert_to('SAMPLE text', 'UTF8')))", [id, language])
  }
}
