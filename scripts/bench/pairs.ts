import { randomBytes, randomUUID } from 'node:crypto'
import type pg from 'pg'
import type { Environment } from '../../src/application/environment.ts'
import type { AccessTokens } from '../../src/security/access-token.ts'
import type { BenchPartner } from './fill.ts'
import { line, measure } from './measure.ts'
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
  /** one request to the bare route, which does this work and answers what it gives */
  askBare(work: () => Promise<string>): Promise<void>
}

/** A partner asks, a customer opens and accepts with the agreement: whole pairs per second at 1 and 8 clients. */
export async function acceptPairs(stage: Stage): Promise<void> {
  await publishAgreement(stage.owner)
  const asker = await tokenFor(stage, stage.partner)
  // Everybody has signed in before the clock starts.
  const accepters = await Promise.all(Array.from({ length: stage.accepters }, (_, index) => tokenFor(stage, accepterOf(index + 1))))
  let customer = 0
  const pair = (around: Around = (request) => request()) => askAndAccept(stage.url, { asker, accepter: accepters[customer++]!, around })
  await pair()
  const requests: Statement[][] = []
  await pair(async (request) => {
    let answer: unknown
    requests.push(await recordStatements(async () => (answer = await request())))
    return answer
  })
  console.log(`\nRequest → accept pairs (${requests.length} requests and ${requests.flat().length} statements a pair)`)
  const replayed = async (ask: (statements: readonly Statement[], fresh: Fresh) => Promise<unknown>) => {
    const fresh: Fresh = { ids: new Map(), bytes: new Map(), customer: ++customer }
    for (const statements of requests) await ask(statements, fresh)
  }
  for (const clients of [1, 8]) {
    const many = { count: clients * 150, clients, warmUp: 20 }
    const product = await measure(() => pair(), many)
    const bareDriver = await measure(() => replayed((statements, fresh) => replayFresh(stage.driver, statements, fresh)), many)
    const bareRoute = await measure(() => replayed((statements, fresh) => stage.askBare(async () => (await replayFresh(stage.driver, statements, fresh), '{}'))), many)
    console.log(line(`  ${clients} clients, product`, product))
    console.log(line(`  ${clients} clients, bare route, same SQL`, bareRoute))
    console.log(line(`  ${clients} clients, same SQL, bare driver`, bareDriver))
    console.log(`${''.padEnd(40)}${(product.perSecond / bareRoute.perSecond).toFixed(2)} of the bare route`)
  }
}

/** Goes around each request of a pair, for recording what it asks of the database. */
type Around = (request: () => Promise<unknown>) => Promise<unknown>

async function askAndAccept(url: string, { asker, accepter, around }: { asker: string; accepter: string; around: Around }): Promise<void> {
  const ask = (method: string, token: string, path: string, body?: unknown) =>
    around(async () => {
      const answer = await fetch(`${url}/api/v1${path}`, {
        method,
        headers: { authorization: `Bearer ${token}`, ...(body !== undefined && { 'content-type': 'application/json', 'idempotency-key': randomUUID() }) },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      })
      const text = await answer.text()
      if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${text}`)
      return JSON.parse(text)
    })
  const { id } = (await ask('POST', asker, '/relationship-requests', { kind: 'establish', customer: null, askPrivileges: true, language: 'es', validityDays: 90 })) as { id: string }
  const request = (await ask('GET', asker, `/relationship-requests/${id}?link=shown`)) as { link: string }
  const link = new URL(request.link)
  const secret = link.hash.slice(1)
  const { invType, partnerId, msppId, DAP: dap } = Object.fromEntries(link.searchParams)
  const view = (await ask('POST', accepter, '/invitations/opening', { secret, claims: { invType, partnerId, msppId, dap } })) as InvitationShown
  const { versionId, language, sha256 } = view.agreement
  await ask('POST', accepter, '/invitations/acceptance', { secret, agreement: { versionId, language, sha256 }, version: view.version })
}

interface InvitationShown {
  readonly version: number
  readonly agreement: { readonly versionId: string; readonly language: string; readonly sha256: string }
}

const guid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

/**
 * The recorded statements once more, for the next customer and with fresh ids, keys and secrets in the place of those
 * that were written, so that every constraint is exercised as it was. What was there before (partner, agreement) stays.
 */
async function replayFresh(driver: pg.Pool, statements: readonly Statement[], fresh: Fresh): Promise<void> {
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
