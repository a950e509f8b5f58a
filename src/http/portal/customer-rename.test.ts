import { describe, expect, it } from 'vitest'
import { testServer } from '../../../test/support/server.ts'
import { aCustomer, aPartner, aRelationship, sql } from '../../../test/support/world.ts'
import { customersOfFile } from '../../application/customers/customer-csv.ts'

const server = await testServer()

/** Every row of every table, as texts. */
async function everything(): Promise<Map<string, string[]>> {
  const tables = await sql<{ name: string }>(`select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by 1`)
  const rows = new Map<string, string[]>()
  for (const { name } of tables) rows.set(name, (await sql<{ line: string }>(`select t::text as line from ${name} t order by 1`)).map(({ line }) => line))
  return rows
}

/** By table, how many rows are not as they were. */
function changed(before: Map<string, string[]>, after: Map<string, string[]>): Record<string, number> {
  const counts = [...after].map(([table, rows]) => [table, rows.filter((row) => !before.get(table)!.includes(row)).length] as const)
  return Object.fromEntries(counts.filter(([, count]) => count > 0))
}

describe('a customer that is renamed in its billing data', () => {
  it('has the new name on this partner’s list, account and file, and nowhere else [S4.L6.2]', async () => {
    const [partner, other, customer] = [await aPartner(), await aPartner(), await aCustomer({ name: 'Contoso España' })]
    await aRelationship(partner, customer, { services: ['office365'] })
    await aRelationship(other, customer)
    const [agent, rival, admin] = [await partner.person('adminAgent'), await other.person('adminAgent'), await customer.person('globalAdministrator')]
    const { body: account } = await server.ask(agent, 'GET', `/customers/${customer.id}`)
    const before = await everything()

    const renamed = await server.ask(agent, 'PATCH', `/customers/${customer.id}`, { version: account.version, body: { companyName: 'Contoso Norte' } })
    expect(renamed.body).toMatchObject({ companyName: 'Contoso Norte' })

    // One row of the account, and the record that it was changed: nothing else in the whole database.
    expect(changed(before, await everything())).toEqual({ customer_accounts: 1, event_readers: 1, events: 1, resource_sequences: 1 })
    const nameOn = async (who: typeof agent) => (await server.ask(who, 'GET', '/customers')).body.items.map(({ companyName }: { companyName: string }) => companyName)
    expect(await nameOn(agent)).toEqual(['Contoso Norte'])
    expect(await nameOn(rival)).toEqual(['Contoso España'])
    const file = await server.ask(agent, 'POST', '/customers/export', { body: {} })
    expect([...customersOfFile(file.body as string)].map(({ companyName }) => companyName)).toEqual(['Contoso Norte'])

    // The organization's own name, for itself and for those who act on its behalf.
    expect(await sql('select name from tenants where id = $1', [customer.id])).toEqual([{ name: 'Contoso España' }])
    for (const [who, path] of [[admin, '/tenant'], [agent, `/customers/${customer.id}/organization`], [admin, '/activity']] as const) {
      const { status, body } = await server.ask(who, 'GET', path)
      expect(status).toBe(200)
      expect(JSON.stringify(body)).not.toContain('Contoso Norte')
    }
  })

  it('is found by the new name, no longer by the old one, and by its domain as before [S4.L6.2]', async () => {
    const [partner, customer] = [await aPartner(), await aCustomer({ name: 'Adatum' })]
    await aRelationship(partner, customer)
    const agent = await partner.person('salesAgent')
    await server.ask(agent, 'PATCH', `/customers/${customer.id}`, { version: 1, body: { companyName: 'Litware' } })
    const found = async (search: string) => (await server.ask(agent, 'GET', `/customers?search=${search}`)).body.items.length
    expect([await found('litw'), await found('adat'), await found(customer.domain)]).toEqual([1, 0, 1])
  })
})
