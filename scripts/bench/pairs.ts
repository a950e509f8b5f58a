import { randomBytes, randomUUID } from 'node:crypto'
import type pg from 'pg'
import type { Environment } from '../../src/application/environment.ts'
import type { AccessTokens } from '../../src/security/access-token.ts'
import type { BenchPartner } from './fill.ts'
import { line, measure } from './measure.ts'
import { recordStatements, type Statement } from './statements.ts'

interface Stage {
  readonly env: Environment
  readonly tokens: AccessTokens
  readonly url: string
  readonly owner: pg.Client
  readonly partner: BenchPartner
  readonly driver: pg.Pool
  readonly bareUrl: string
  setReplay(work: () => Promise<string>): void
}

/** A partner asks, a customer opens and accepts with the agreement: whole pairs per second at 1 and 8 clients. */
export async function acceptPairs(stage: Stage): Promise<void> {
  await publishAgreement(stage.owner)
  const asker = await tokenFor(stage, stage.partner)
  let customer = 0
  const pair = async () => {
    customer++
    const id = customer.toString(16).padStart(12, '0')
    const accepter = await tokenFor(stage, { id: `30000000-0000-4000-8000-${id}`, personId: `31000000-0000-4000-8000-${id}`, userPrincipalName: `admin@a${customer}.example` })
    await askAndAccept(stage.url, asker, accepter)
  }
  await pair()
  const statements = await recordStatements(pair)
  console.log(`\nRequest → accept pairs (${statements.length} statements a pair)`)
  for (const clients of [1, 8]) {
    const product = await measure(pair, { count: clients * 150, clients, warmUp: 20 })
    const bareDriver = await measure(() => replayFresh(stage.driver, statements, ++customer), { count: clients * 150, clients, warmUp: 20 })
    stage.setReplay(async () => {
      await replayFresh(stage.driver, statements, ++customer)
      return '{}'
    })
    const bareRoute = await measure(async () => void (await (await fetch(stage.bareUrl)).text()), { count: clients * 150, clients, warmUp: 20 })
    console.log(line(`  ${clients} clients, product (3 requests a pair)`, product))
    console.log(line(`  ${clients} clients, bare route, same SQL`, bareRoute))
    console.log(line(`  ${clients} clients, same SQL, bare driver`, bareDriver))
    console.log(`${''.padEnd(40)}${(product.perSecond / bareRoute.perSecond).toFixed(2)} of the bare route`)
  }
}

async function askAndAccept(url: string, asker: string, accepter: string): Promise<void> {
  const post = async (token: string, path: string, body: unknown) => {
    const answer = await fetch(`${url}/api/v1${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': randomUUID() },
      body: JSON.stringify(body),
    })
    const text = await answer.text()
    if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${text}`)
    return JSON.parse(text)
  }
  const request = await post(asker, '/relationship-requests', { kind: 'establish', customer: null, askPrivileges: true, language: 'es', validityDays: 90 })
  const link = new URL(request.link as string)
  const secret = link.hash.slice(1)
  const { invType, partnerId, msppId, DAP: dap } = Object.fromEntries(link.searchParams)
  const view = await post(accepter, '/invitations/opening', { secret, claims: { invType, partnerId, msppId, dap } })
  const { versionId, language, sha256 } = view.agreement
  await post(accepter, '/invitations/acceptance', { secret, agreement: { versionId, language, sha256 }, version: view.version })
}

const guid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

/**
 * The recorded statements once more, for the next customer and with fresh ids, keys and secrets in the place of those
 * that were written, so that every constraint is exercised as it was. What was there before (partner, agreement) stays.
 */
async function replayFresh(driver: pg.Pool, statements: readonly Statement[], customer: number): Promise<void> {
  const client = await driver.connect()
  const fresh: Fresh = { ids: new Map(), bytes: new Map(), customer }
  try {
    for (const { name, text, values } of statements) await client.query({ name, text, values: values.map((value) => renewed(value, fresh)) })
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

function tokenFor({ tokens }: Stage, who: { id: string; personId: string; userPrincipalName: string }): Promise<string> {
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
