import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import pg from 'pg'
import { noTenant } from '../src/domain/ids.ts'
import { aCanaryWorld, type CanaryWorld } from './support/canaries.ts'
import { testDatabase } from './support/database.ts'
import { isTied } from './support/lived-in.ts'
import { sql } from './support/world.ts'

/**
 * T10, second oracle: the application's own predicates aside, the rows alone. Each table is read whole, as the application
 * reads, once for each tenant; what comes back must be that tenant's, by a rule that is written down here and not in the policies.
 */
let world: CanaryWorld
let app: pg.Client

beforeAll(async () => {
  world = await aCanaryWorld(16)
  app = new pg.Client((await testDatabase()).app)
  await app.connect()
}, 120_000)
afterAll(() => app.end())

interface Row {
  readonly [column: string]: unknown
}

/** Open to everybody: rules and texts, nothing about anybody. */
const common = new Set(['clouds', 'sandboxes', 'settings', 'agreement_versions', 'agreement_texts'])
/** The operator's price list and how its services stand: nothing about anybody, for whoever is signed in. */
const catalogue = new Set(['catalogue_products', 'catalogue_skus', 'catalogue_availabilities', 'catalogue_prices', 'service_incidents', 'service_incident_notes', 'service_statements'])
/** Out of the application's reach, or without tenants. */
const apart = new Set(['schema_migrations', 'resource_sequences'])
const own = ['tenant_id', 'partner_id', 'customer_id', 'second_partner_id', 'provider_id', 'reseller_id']

/** Tables whose rows others may see, too, and who. */
const shared: Readonly<Record<string, (row: Row, viewer: string) => boolean>> = {
  tenants: ({ id }, viewer) => id === viewer || tied(viewer, id as string),
  partner_profiles: ({ tenant_id: partner }, viewer) => partner === viewer || world.lives.some((one) => one.partner.id === partner && one.customer.id === viewer && isTied(one.relation)),
  people: ({ tenant_id: home }, viewer) => home === viewer || holdsPrivileges(viewer, home as string),
  license_pools: ({ tenant_id: home }, viewer) => home === viewer || holdsPrivileges(viewer, home as string),
  signatures: ({ customer_id: customer }, viewer) => customer === viewer || world.lives.some((one) => one.partner.id === viewer && one.customer.id === customer && one.relation === 'active'),
  // Whoever administers a service sees what runs there, whoever sold it (decision 16); never its price, which the API leaves out.
  subscriptions: (row, viewer) => ['partner_id', 'customer_id', 'reseller_id'].some((column) => row[column] === viewer) || holdsPrivileges(viewer, row.customer_id as string),
  // The customer learns of an order, not of what its partner thinks about.
  customer_carts: ({ partner_id: partner }, viewer) => partner === viewer,
  service_request_notes: ({ request_id: request }, viewer) => parties.get(request as string)?.has(viewer) ?? false,
  service_request_files: ({ request_id: request }, viewer) => parties.get(request as string)?.has(viewer) ?? false,
  support_contacts: (row, viewer) => ['partner_id', 'customer_id', 'support_tenant_id'].some((column) => row[column] === viewer),
  // The seller sees those that it named itself with the provisioning; to whom else the customer gave it is the customer's.
  usage_owners: (row, viewer) => row.customer_id === viewer || row.partner_id === viewer || (row.seller_id === viewer && row.because === 'provisioned'),
  // Every partner with a relationship manages what partners added; what the customer uploaded is its own.
  device_profiles: (row, viewer) => row.customer_id === viewer || isRelated(viewer, row.customer_id as string),
  devices: (row, viewer) => row.customer_id === viewer || (row.partner_id !== null && isRelated(viewer, row.customer_id as string)),
  // The customer comes in when both partners have agreed.
  hand_overs: (row, viewer) => row.from_partner_id === viewer || row.to_partner_id === viewer || (row.customer_id === viewer && row.agreed_at !== null),
  subscription_transfers: (row, viewer) => ['from_partner_id', 'to_partner_id', 'customer_id'].some((column) => row[column] === viewer),
  subscription_transfer_items: ({ transfer_id: transfer }, viewer) => sides.get(transfer as string)?.has(viewer) ?? false,
  events: ({ id }, viewer) => readers.get(id as string)?.has(viewer) ?? false,
}
const readers = new Map<string, Set<string>>()
/** Customer and partner of each service request. */
const parties = new Map<string, Set<string>>()
/** Of each transfer of subscriptions. */
const sides = new Map<string, Set<string>>()

const tied = (viewer: string, other: string) =>
  world.lives.some(({ partner, customer, relation }) => (customer.id === viewer && partner.id === other && isTied(relation)) || (partner.id === viewer && customer.id === other && ['active', 'privilegesOnly'].includes(relation)))
const isRelated = (viewer: string, customer: string) => world.lives.some((one) => one.partner.id === viewer && one.customer.id === customer && one.relation === 'active')
const holdsPrivileges = (viewer: string, customer: string) => world.lives.some((one) => one.partner.id === viewer && one.customer.id === customer && ['active', 'privilegesOnly'].includes(one.relation))

function isOwn(table: string, row: Row, viewer: string): boolean {
  return shared[table]?.(row, viewer) ?? own.some((column) => row[column] === viewer)
}

async function tables(): Promise<string[]> {
  const rows = await sql<{ name: string }>(`select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`)
  return rows.map(({ name }) => name).filter((name) => !apart.has(name))
}

async function seenBy(tenant: string, scope: string, table: string): Promise<Row[]> {
  await app.query('begin')
  await app.query("select set_config('app.tenant', $1, true), set_config('app.scope', $2, true), set_config('app.secret', '', true)", [tenant, scope])
  const { rows } = await app.query<Row>(`select * from ${table}`)
  await app.query('commit')
  return rows
}

describe('what the database gives the application', () => {
  it('for a tenant is that tenant’s, in every table, without any predicate of ours', async () => {
    for (const { event_id: event, tenant_id: tenant } of await sql<{ event_id: string; tenant_id: string }>('select event_id, tenant_id from event_readers')) {
      readers.set(event, (readers.get(event) ?? new Set()).add(tenant))
    }
    for (const { id, customer_id: customer, partner_id: partner } of await sql<{ id: string; customer_id: string; partner_id: string }>('select id, customer_id, partner_id from service_requests')) parties.set(id, new Set([customer, partner]))
    for (const { id, from_partner_id: from, customer_id: customer } of await sql<{ id: string; from_partner_id: string; customer_id: string }>('select id, from_partner_id, customer_id from subscription_transfers')) sides.set(id, new Set([from, customer]))
    const foreign: string[] = []
    let seen = 0
    for (const table of (await tables()).filter((name) => !common.has(name) && !catalogue.has(name))) {
      for (const { id } of [...world.partners, ...world.customers]) {
        const rows = await seenBy(id, 'tenant', table)
        seen += rows.length
        foreign.push(...rows.filter((row) => !isOwn(table, row, id)).map((row) => `${table} shows ${id} the row ${JSON.stringify(row).slice(0, 200)}`))
      }
    }
    expect(foreign).toEqual([])
    expect(seen).toBeGreaterThan(200)
  })

  it('for a visitor without a link is nothing', async () => {
    const shown: string[] = []
    for (const table of (await tables()).filter((name) => !common.has(name))) {
      if ((await seenBy(noTenant, 'visitor', table)).length > 0) shown.push(table)
    }
    expect(shown).toEqual([])
  })

  it('for everybody holds no mark of anybody', async () => {
    for (const table of common) expect(JSON.stringify(await seenBy(noTenant, 'visitor', table))).not.toMatch(/cnry\d+x/)
  })

  it('can be changed only where it can be seen, also by a statement that looks at nothing', async () => {
    const viewer = world.customers[0]!.id
    const wide: string[] = []
    for (const table of (await tables()).filter((name) => !common.has(name))) {
      const visible = (await seenBy(viewer, 'tenant', table)).length
      for (const statement of [`delete from ${table}`, ...(await columnsOf(table)).map((column) => `update ${table} set ${column} = default`)]) {
        const count = await tried(viewer, statement)
        if (count > visible) wide.push(`${statement}: ${count} rows, ${visible} are seen`)
      }
    }
    expect(wide).toEqual([])
  })
})

async function columnsOf(table: string): Promise<string[]> {
  return (await sql<{ name: string }>(`select column_name as name from information_schema.columns where table_schema = 'public' and table_name = $1 and is_generated = 'NEVER'`, [table])).map(({ name }) => name)
}

/** How many rows the statement would change; none where it is not granted or breaks a constraint. Nothing is kept. */
async function tried(tenant: string, statement: string): Promise<number> {
  await app.query('begin')
  await app.query("select set_config('app.tenant', $1, true), set_config('app.scope', 'tenant', true), set_config('app.secret', '', true)", [tenant])
  const done = await app.query(statement).catch(() => ({ rowCount: 0 }))
  await app.query('rollback')
  return done.rowCount ?? 0
}
