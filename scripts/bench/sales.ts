import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import type { AccessTokens } from '../../src/security/access-token.ts'
import type { BenchPartner } from './fill.ts'
import { line, measure, measureInTurns, type Sample, together } from './measure.ts'
import { freshFor, replayFresh, tokenFor, turns } from './pairs.ts'
import { recordStatements, type Statement } from './statements.ts'

interface Stage {
  readonly url: string
  readonly tokens: AccessTokens
  readonly owner: pg.Client
  readonly driver: pg.Pool
  readonly partner: BenchPartner
  /** of the sizes that are asked for */
  readonly factor: number
  runStatements(driver: pg.Pool, statements: readonly Statement[]): Promise<void>
}

interface Asked {
  readonly token: string
  readonly method: string
  readonly path: string
  readonly body?: object
}

/** The first accepter of the pairs: it is the first partner's customer and has signed. */
const customer = '30000000-0000-4000-8000-000000000001'
const operator = { id: '00000000-0000-4000-8000-00000000ffff', personId: '00000000-0000-4001-8000-00000000ffff', userPrincipalName: 'admin@operator.example' }
const wholeStatement = 100_000
const month = '2026-03'

/** An order and its provisioning, whole, per second; then the statement of a month with 100 000 lines. Each beside the same SQL through the bare driver. */
export async function besideSales(stage: Stage): Promise<void> {
  await prepare(stage.owner)
  await orders(stage)
  await statement(stage)
}

async function orders(stage: Stage): Promise<void> {
  const { driver, owner } = stage
  const [agent, provisioner] = [await tokenFor(stage, stage.partner), await tokenFor(stage, operator)]
  const buy = async () => {
    const placed = await call(stage, { token: agent, method: 'POST', path: `/customers/${customer}/orders`, body: { lines: [{ catalogItemId: 'SALES:ONE:HERE', term: 'P1Y', billingCycle: 'monthly', quantity: 10 }] } })
    const { subscriptions } = JSON.parse(placed) as { subscriptions: { subscriptionId: string }[] }
    await call(stage, { token: provisioner, method: 'POST', path: `/operator/provisioning/${subscriptions[0]!.subscriptionId}/fulfilment`, body: {} })
  }
  await buy()
  const statements = await recordStatements(buy)
  console.log(`\nOrder → subscription (2 requests and ${statements.length} statements)`)
  await measure(buy, { count: 50, clients: 8, warmUp: 50 })
  await owner.query('analyze')
  for (const clients of [1, 8]) {
    const many = { count: clients * 40, clients, warmUp: 20 }
    const samples: [Sample[], Sample[]] = [[], []]
    for (let turn = 0; turn < turns; turn++) {
      samples[0].push(await measure(buy, many))
      samples[1].push(await measure(() => replayFresh(driver, statements, freshFor(0)), many))
    }
    beside(`${clients} clients`, [together(samples[0]), together(samples[1])])
  }
}

async function statement(stage: Stage): Promise<void> {
  const { owner, partner, factor } = stage
  const lines = Math.max(1_000, Math.round(wholeStatement * factor))
  await owner.query(
    `insert into subscription_charges (partner_id, customer_id, subscription_id, number, kind, at, by_person, period_from, period_until, quantity_before, quantity_after, unit_price, currency, amount, product_id, sku_id, offer_name_en, offer_name_es)
     select partner_id, customer_id, id, n + 1000, 'quantityChange', '2026-03-01'::timestamptz + n * interval '20 seconds', created_by, '2026-03-01', '2026-04-01', 1, 2, 100, 'EUR', 100, product_id, sku_id, offer_name_en, offer_name_es
     from (select * from subscriptions where customer_id = $1 limit 1) s, generate_series(1, $2::int) n`,
    [customer, lines],
  )
  await owner.query('vacuum analyze subscription_charges')
  const token = await tokenFor(stage, partner)
  const path = `/customers/${customer}/statements/${month}`
  const asks: Readonly<Record<string, () => Promise<string>>> = {
    'first page and totals': () => call(stage, { token, method: 'GET', path }),
    'whole file': () => call(stage, { token, method: 'POST', path: `${path}/export`, body: {} }),
  }
  console.log(`\nStatement of ${lines} lines`)
  for (const [name, ask] of Object.entries(asks)) {
    const statements = await recordStatements(ask)
    const many = name === 'whole file' ? { turns: 3, count: 2, warmUp: 1 } : { turns: 4, count: 15, warmUp: 5 }
    const [product, bare] = await measureInTurns([async () => void (await ask()), () => byConnection(stage, statements)], many)
    beside(name, [product!, bare!])
  }
}

/** A file that is written from several transactions at once: one after the other. */
async function byConnection({ driver, runStatements }: Stage, statements: readonly Statement[]): Promise<void> {
  for (const number of new Set(statements.map(({ connection }) => connection))) await runStatements(driver, statements.filter(({ connection }) => connection === number))
}

function beside(name: string, [product, bare]: readonly [Sample, Sample]): void {
  console.log(line(`  ${name}, product`, product))
  console.log(line(`  ${name}, same SQL, bare driver`, bare))
  console.log(`${''.padEnd(40)}${(product.perSecond / bare.perSecond).toFixed(2)} of the bare driver`)
}

async function call({ url }: Pick<Stage, 'url'>, { token, method, path, body }: Asked): Promise<string> {
  const headers = { authorization: `Bearer ${token}`, ...(body && { 'content-type': 'application/json', 'idempotency-key': randomUUID() }) }
  const answer = await fetch(`${url}/api/v1${path}`, { method, headers, ...(body && { body: JSON.stringify(body) }) })
  const text = await answer.text()
  if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${text.slice(0, 300)}`)
  return text
}

/** One offer of the catalogue, and an operator. */
async function prepare(owner: pg.Client): Promise<void> {
  await owner.query(`insert into catalogue_products (cloud, id, title_en, title_es, name_key, publisher, product_type) values ('public', 'SALES', 'Sales', 'Ventas', 'sales ventas', 'Contoso', 'onlineServices')`)
  await owner.query(
    `insert into catalogue_skus (cloud, product_id, id, title_en, title_es, name_key, generation, min_quantity, max_quantity, is_trial) values ('public', 'SALES', 'ONE', 'Sales', 'Ventas', 'sales ventas', 'newCommerce', 1, 300, false)`,
  )
  await owner.query(`insert into catalogue_availabilities (cloud, product_id, sku_id, id, market, segment, available_from) values ('public', 'SALES', 'ONE', 'HERE', 'europe', 'commercial', '2024-01-01')`)
  await owner.query(
    `insert into catalogue_prices (cloud, product_id, sku_id, availability_id, term, billing_cycle, currency, valid_from, unit_price) values ('public', 'SALES', 'ONE', 'HERE', 'P1Y', 'monthly', 'EUR', '2024-01-01', 1050)`,
  )
  await owner.query(
    `insert into tenants (id, cloud, name, name_key, country, primary_domain, language, time_zone, is_customer, is_operator, origin, created_at) values ($1, 'public', 'Operator', 'operator', 'ES', 'operator.example', 'es', 'Europe/Madrid', false, true, 'setUp', now())`,
    [operator.id],
  )
  await owner.query(`insert into people (tenant_id, id, user_principal_name, user_principal_name_key, display_name, roles, created_at) values ($1, $2, $3, $3, 'Operator', '{operator}', now())`, [operator.id, operator.personId, operator.userPrincipalName])
}
