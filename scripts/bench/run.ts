import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fastify from 'fastify'
import pg from 'pg'
import type { Environment } from '../../src/application/environment.ts'
import { builtInClouds } from '../../src/domain/clouds/built-in-clouds.ts'
import { buildServer } from '../../src/http/server.ts'
import { accessTokens } from '../../src/security/access-token.ts'
import { keyRingOf } from '../../src/security/key-ring.ts'
import { openDatabase } from '../../src/store/database.ts'
import { migrate } from '../../src/store/migrate.ts'
import { silentLog } from '../../src/store/postgres/log.ts'
import { startEmbeddedPostgres } from '../../src/store/postgres/start-embedded-postgres.ts'
import { besideExport } from './exports.ts'
import { type BenchPartner, fill, fillAccepters, sizes } from './fill.ts'
import { acceptPairs } from './pairs.ts'
import { besideLicenses } from './licenses.ts'
import { besideSales } from './sales.ts'
import { line, measureInTurns, type Sample } from './measure.ts'
import { recordStatements, replayStatements, type Statement } from './statements.ts'

/**
 * `npm run bench [factor]`: lists and searches at 1 000, 100 000 and 1 000 000 customers of one partner among 1 000, and
 * request → accept pairs of clients that are a process of their own, each beside the same SQL through the bare driver and
 * a bare Fastify route that runs it and answers the same bytes, in the same round trips; and what an export of the
 * largest list costs everybody else; users of one customer and their licenses, many at once; orders with their provisioning and a
 * large statement. One run, the lists in turns: figures are ratios of this machine and this moment.
 */
const accepters = 6_000
const factor = Number(process.argv[2] ?? 1)
const folder = mkdtempSync(join(tmpdir(), 'vinculo-bench-'))
const postgres = await startEmbeddedPostgres({ folder, log: silentLog })
try {
  await migrate({ connections: postgres.connections, log: silentLog })
  const owner = new pg.Client(postgres.connections.owner)
  owner.on('error', () => undefined)
  await owner.connect()
  console.log(`Filling: ${sizes.map((size) => Math.round(size * factor)).join(', ')} customers and 997 other partners …`)
  const partners = await fill(owner, factor)
  await fillAccepters(owner, accepters)
  await compare(owner, partners)
  await owner.end()
} finally {
  await postgres.stop()
  rmSync(folder, { recursive: true, force: true })
}

async function compare(owner: pg.Client, partners: readonly BenchPartner[]): Promise<void> {
  const env = environment()
  const tokens = accessTokens(env.keyRing, env.publicUrl)
  const server = await buildServer(env, tokens, { allowedHosts: [], trustProxy: [], readiness: { isReady: async () => true } })
  const url = await server.listen({ host: '127.0.0.1', port: 0 })
  const driver = new pg.Pool({ ...postgres.connections.app, max: 8, pipeline: true } as pg.PoolConfig)
  driver.on('error', () => undefined)
  const bare = fastify()
  const works = new Map<string, () => Promise<string>>()
  bare.get<{ Params: { id: string } }>('/bare/:id', async ({ params }, reply) => reply.type('application/json; charset=utf-8').send(await works.get(params.id)!()))
  await bare.listen({ host: '127.0.0.1', port: 0 })
  const bareUrl = `http://127.0.0.1:${(bare.server.address() as AddressInfo).port}/bare`
  let asked = 0
  const askBare = async (work: () => Promise<string>) => {
    const id = String(asked++ % 64)
    works.set(id, work)
    const answer = await fetch(`${bareUrl}/${id}`)
    const text = await answer.text()
    if (answer.status !== 200) throw new Error(`bare route: ${answer.status} ${text}`)
  }
  const tokenOf = (partner: BenchPartner) =>
    tokens.issue(
      { tenantId: partner.id, personId: partner.personId, userPrincipalName: partner.userPrincipalName, authenticatedBy: ['pwd', 'otp', 'mfa'], authenticatedAt: new Date() },
      { now: new Date(), random: randomBytes },
    )
  await besideExport({ url, partners, tokenOf })
  await compareLists({ url, partners, driver, tokenOf, askBare })
  await besideLicenses({ env, url, owner, driver, partner: partners[0]!, factor, tokenOf: (who) => tokens.issue({ ...who, authenticatedBy: ['pwd', 'otp', 'mfa'], authenticatedAt: new Date() }, { now: new Date(), random: randomBytes }), runStatements })
  await acceptPairs({ env, tokens, url, owner, partner: partners[0]!, accepters, driver, bareUrl, works })
  await besideSales({ tokens, url, owner, partner: partners[0]!, driver, factor, runStatements })
  await Promise.all([server.close(), bare.close(), driver.end(), env.database.close()])
}

interface Lists {
  readonly url: string
  readonly partners: readonly BenchPartner[]
  readonly driver: pg.Pool
  tokenOf(partner: BenchPartner): Promise<string>
  askBare(work: () => Promise<string>): Promise<void>
}

/** Lists and searches of every size; product, bare route and driver in turns. */
async function compareLists({ url, partners, driver, tokenOf, askBare }: Lists): Promise<void> {
  const firstMedians: Record<string, number> = {}
  for (const partner of partners) {
    const token = await tokenOf(partner)
    const get = async (path: string) => {
      const answer = await fetch(`${url}/api/v1${path}`, { headers: { authorization: `Bearer ${token}` } })
      const text = await answer.text()
      if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${text}`)
      return text
    }
    console.log(`\n${partner.customers} customers`)
    for (const [name, path] of Object.entries(await questions(get))) {
      const statements = await recordStatements(() => get(path))
      const bytes = await get(path)
      const ask = () => runStatements(driver, statements)
      const [product, bareRoute, bareDriver] = await measureInTurns([async () => void (await get(path)), () => askBare(async () => (await ask(), bytes)), ask])
      const rows = (JSON.parse(bytes) as { items: unknown[] }).items.length
      print(`${name} (${rows} rows)`, { product: product!, bareRoute: bareRoute!, bareDriver: bareDriver! })
      firstMedians[name] ??= product!.median
      if (partner !== partners[0]) console.log(`${''.padEnd(40)}${(product!.median / firstMedians[name]).toFixed(2)} × of ${partners[0]!.customers} customers`)
    }
  }
}

function print(name: string, { product, bareRoute, bareDriver }: Record<'product' | 'bareRoute' | 'bareDriver', Sample>): void {
  console.log(line(`  ${name}, product`, product))
  console.log(line(`  ${name}, bare route, same SQL and bytes`, bareRoute))
  console.log(line(`  ${name}, same SQL, bare driver`, bareDriver))
  console.log(`${''.padEnd(40)}${(bareRoute.median / product.median).toFixed(2)} of the bare route`)
}

/**
 * The deep page is reached as people reach it: by following `next`, nine tenths of the way at most. The rare word has no rows of a
 * thousand and some fifty of a million: of its growth a part is that there is something to answer; the word in every name always
 * answers a full page.
 */
async function questions(get: (path: string) => Promise<string>): Promise<Record<string, string>> {
  let deep = '/customers?size=500'
  for (let page = 0; page < 1_800; page++) {
    const { next } = JSON.parse(await get(deep)) as { next: string | null }
    if (!next) break
    deep = `/customers?size=500&cursor=${encodeURIComponent(next)}`
  }
  return {
    'first page': '/customers',
    'prefix search': '/customers?search=nieve%20a',
    'inside search, in every name': '/customers?search=lucio&match=inside',
    'inside search, rare': '/customers?search=a1b2&match=inside',
    'deep page': deep,
  }
}

async function runStatements(driver: pg.Pool, statements: readonly Statement[]): Promise<void> {
  const client = await driver.connect()
  try {
    await replayStatements(client, statements)
  } finally {
    client.release()
  }
}

function environment(): Environment {
  return {
    database: openDatabase(postgres.connections.app, { connections: 12 }),
    clock: () => new Date(),
    newId: randomUUID,
    random: randomBytes,
    ground: { schemaVersion: 0 },
    keyRing: keyRingOf([{ id: '0a0b0c0d', bytes: randomBytes(32) }]),
    publicUrl: 'http://localhost:4000',
    mailLeaves: false,
    isDemo: false,
    manifestOf: (cloud) => builtInClouds[cloud as keyof typeof builtInClouds],
    outbound: async () => Promise.reject(new Error('nothing leaves a bench')),
    outboundToConnectors: async () => Promise.reject(new Error('nothing leaves a bench')),
    log: silentLog,
    // The budgets of one person are not what is measured.
    rateFactor: 1_000_000,
  }
}
