import { randomUUID } from 'node:crypto'
import { isTied, livedIn, type LivedIn, type Relation, type Words } from './lived-in.ts'
import { aCustomer, anAgreement, anOperator, aPartner, sql, type TestPerson, type TestTenant } from './world.ts'

/** Who may ever read a text that carries this mark. */
interface Canary {
  readonly what: string
  readonly owner: string
  readonly readers: ReadonlySet<string>
}

export interface CanaryWorld {
  readonly partners: readonly TestTenant[]
  readonly customers: readonly TestTenant[]
  readonly operator: TestPerson
  readonly lives: readonly { readonly partner: TestTenant; readonly customer: TestTenant; readonly relation: Relation; readonly ids: LivedIn['ids'] }[]
  /** every mark in the text that this tenant's people may not see, in words */
  foreignIn(text: string, tenantId: string): string[]
  /** a text that carries a mark of somebody */
  anyMark(chance: number): string
}

/** How many of 40 customers stand to their partner in each way. */
const mix: readonly Relation[] = ['active', 'active', 'active', 'privilegesOnly', 'ended', 'pending', 'none', 'active']

/** T10: five partners and forty customers, each in some relation with one or two partners, a mark in every text that anybody wrote. */
export async function aCanaryWorld(customerCount = 40): Promise<CanaryWorld> {
  const canaries: Canary[] = []
  const plant = (what: string, owner: string, readers: Iterable<string>) => {
    canaries.push({ what, owner, readers: new Set([owner, ...readers]) })
    return `cnry${canaries.length - 1}x`
  }
  const words: Words = (what, readers) => `${what.replaceAll(' ', '')} ${plant(what, readers[0]?.id ?? 'operator', readers.map(({ id }) => id))}`

  const operator = await anOperator()
  const { versionId } = await anAgreement()
  const pairs = Array.from({ length: customerCount }, (_, at) => ({ at, partners: at % 5 === 0 ? [at % 4, (at + 1) % 4] : [at === customerCount - 1 ? 4 : at % 4], relation: mix[at % mix.length]! }))
  // The last partner and customer are an island: nobody acts for them, everybody tries to reach them.
  const relatedTo = (partner: number) => pairs.filter(({ partners, relation }) => partners.includes(partner) && isTied(relation)).map(({ at }) => at)
  const ids = { partners: Array.from({ length: 5 }, () => randomUUID()), customers: pairs.map(() => randomUUID()) }

  const partners: TestTenant[] = []
  for (const [at, id] of ids.partners.entries()) {
    const readers = relatedTo(at).map((customer) => ids.customers[customer]!)
    partners.push(await aPartner({ id, name: `Fabrikam ${plant('partner name', id, readers)}`, domain: `${plant('partner domain', id, readers)}.example` }))
    await sql('update partner_profiles set status_reason = $2, verification_note = $3 where tenant_id = $1', [id, plant('status reason', id, []), plant('verification note', 'operator', [])])
  }
  const customers: TestTenant[] = []
  for (const { at, partners: own, relation } of pairs) {
    const id = ids.customers[at]!
    const readers = isTied(relation) ? own.map((partner) => ids.partners[partner]!) : []
    customers.push(await aCustomer({ id, name: `Contoso ${plant('customer name', id, readers)}`, domain: `${plant('customer domain', id, readers)}.example` }))
  }
  for (const [at, tenant] of [...partners, ...customers].entries()) {
    const holders = at < 5 ? [] : ['active', 'privilegesOnly'].includes(pairs[at - 5]!.relation) ? pairs[at - 5]!.partners.map((partner) => ids.partners[partner]!) : []
    await sql('update tenants set contact_name = $2, contact_mail = $3 where id = $1', [tenant.id, plant('contact name', tenant.id, holders), `${plant('contact mail', tenant.id, holders)}@example.com`])
  }

  const lives = []
  for (const { at, partners: own, relation } of pairs) {
    for (const partner of own) lives.push({ partner: partners[partner]!, customer: customers[at]!, relation, ids: (await livedIn(partners[partner]!, customers[at]!, relation, versionId, words)).ids })
  }
  for (const life of lives) if (!isTied(life.relation)) await withoutDealings(life)
  await markPeople(plant, lives)
  return {
    partners,
    customers,
    operator,
    lives,
    foreignIn: (text, tenantId) => [...new Set([...text.matchAll(/cnry(\d+)x/g)].map((mark) => canaries[Number(mark[1])]!))].filter(({ readers }) => !readers.has(tenantId)).map(({ what, owner }) => `${what} of ${owner}`),
    anyMark: (chance) => `cnry${Math.floor(chance * canaries.length)}x`,
  }
}

/** What makes two known to each other: nobody asks a stranger for help, buys or sells there, owns anything there or writes to it. */
async function withoutDealings({ partner, customer }: CanaryWorld['lives'][number]): Promise<void> {
  const theirs = 'where partner_id = $1 and customer_id = $2'
  const drop = (table: string, which = theirs) => sql(`delete from ${table} ${which}`, [partner.id, customer.id])
  for (const part of ['notes', 'files']) await drop(`service_request_${part}`, `where request_id in (select id from service_requests ${theirs})`)
  for (const table of ['service_requests', 'usage_owners', 'usage_subscriptions', 'own_purchases', 'purchase_permissions']) await drop(table)
  const transfers = 'where proposer_id = $1 and customer_id = $2'
  await drop('subscription_transfer_items', `where transfer_id in (select id from subscription_transfers ${transfers})`)
  await drop('subscription_transfers', transfers)
  for (const table of ['support_contacts', 'provisioning_calls', 'subscription_charges', 'subscriptions', 'customer_orders']) await drop(table)
  await drop('lead_notes', `where lead_id in (select id from leads ${theirs})`)
  await drop('leads')
}

/** People are known to their own organization, to partners with privileges there, and by their names to whoever shares an event with them. */
async function markPeople(plant: (what: string, owner: string, readers: Iterable<string>) => string, lives: CanaryWorld['lives']): Promise<void> {
  const people = await sql<{ id: string; tenant_id: string }>('select id, tenant_id from people')
  for (const { id, tenant_id: tenant } of people) {
    const tied = lives.filter(({ partner, customer, relation }) => isTied(relation) && (partner.id === tenant || customer.id === tenant))
    const holders = tied.filter(({ customer, relation }) => customer.id === tenant && ['active', 'privilegesOnly'].includes(relation)).map(({ partner }) => partner.id)
    const sharers = tied.flatMap(({ partner, customer }) => [partner.id, customer.id])
    await sql(`update people set display_name = $2, mail = $3 where id = $1`, [id, `Ana ${plant('person name', tenant, [...holders, ...sharers])}`, `${plant('person mail', tenant, holders)}@example.com`])
  }
}
