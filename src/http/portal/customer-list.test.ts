import { beforeAll, describe, expect, it } from 'vitest'
import { testServer } from '../../../test/support/server.ts'
import { aCustomer, aPartner, aRelationship, sql, type TestPerson, type TestTenant } from '../../../test/support/world.ts'
import { searchKey } from '../../domain/names/search-key.ts'

const server = await testServer()
const list = (who: TestPerson | null, query = '') => server.ask(who, 'GET', `/customers${query}`)
const problem = ({ status, body }: { status: number; body: { code?: string; reason?: string } }) => ({ status, code: body.code, reason: body.reason })

interface Row {
  customerId: string
  companyName: string
  primaryDomain: string
  country: string
  relatedSince: string
  tags: string[]
  privilegedServices: string[]
}

/** Every page in one direction; the second time round the way back. */
async function walk(agent: TestPerson, query: string, size: number): Promise<{ forth: Row[]; back: Row[]; pages: number }> {
  const forth: Row[] = []
  let pages = 0
  let page = (await list(agent, `?${query}&size=${size}`)).body
  for (;;) {
    pages++
    forth.push(...page.items)
    if (!page.next) break
    page = (await list(agent, `?${query}&size=${size}&cursor=${page.next}`)).body
  }
  const back: Row[] = [...page.items]
  while (page.previous) {
    page = (await list(agent, `?${query}&size=${size}&cursor=${page.previous}`)).body
    back.unshift(...page.items)
  }
  return { forth, back, pages }
}

const byBytes = (one: string, other: string) => Buffer.compare(Buffer.from(one), Buffer.from(other))
const keys: Record<string, (row: Row) => string> = {
  name: (row) => `${searchKey(row.companyName)}\u0000${row.customerId}`,
  domain: (row) => `${row.primaryDomain}\u0000${row.customerId}`,
  country: (row) => `${row.country}\u0000${searchKey(row.companyName)}\u0000${row.customerId}`,
  since: (row) => `${row.relatedSince}\u0000${row.customerId}`,
}

describe('the customer list', () => {
  let partner: TestTenant
  let agent: TestPerson
  let everybody: Row[]

  beforeAll(async () => {
    partner = await aPartner()
    agent = await partner.person('adminAgent')
    const words = ['Contoso', 'contoso', 'Ñandú', 'Zürich', 'Fabrikam', 'Østerby', 'Adatum', '日本商事', '100 % Bio', 'Litware_x']
    const countries = ['ES', 'FR', 'DE']
    for (let at = 0; at < 40; at++) {
      const customer = await aCustomer({
        name: `${words[at % words.length]} ${at % 7}`,
        country: countries[at % 3]!,
        domain: `${['alpha', 'contoso', 'zeta'][at % 3]}${String(at).padStart(2, '0')}.example`,
      })
      await aRelationship(partner, customer, { services: at % 5 === 0 ? ['office365'] : [], since: new Date(Date.UTC(2026, 0, 1 + (at * 7) % 13)) })
      await sql('update customer_accounts set tags = $3 where partner_id = $1 and customer_id = $2', [partner.id, customer.id, at % 4 === 0 ? ['gold', 'EU'] : []])
    }
    // Somebody else's customers, and one that was removed: never on the list.
    const other = await aPartner()
    for (let at = 0; at < 5; at++) await aRelationship(other, await aCustomer({ name: `Contoso other ${at}` }))
    const removed = await aCustomer({ name: 'Contoso removed' })
    await aRelationship(partner, removed)
    await sql('update customer_accounts set ended_at = now() where customer_id = $1', [removed.id])
    everybody = (await list(agent, '?size=500')).body.items
  })

  it('shows company, domain, id, country, relationship, tags and privileges, and is never counted', async () => {
    expect(everybody).toHaveLength(40)
    const { body } = await list(agent, '?size=1')
    expect(body.total).toBeNull()
    expect(body.items[0]).toEqual({
      customerId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      knownTies: [],
      companyName: '100 % Bio 0',
      primaryDomain: expect.any(String),
      country: expect.any(String),
      relationship: 'reseller',
      channels: ['direct'],
      privilegedServices: expect.any(Array),
      tags: expect.any(Array),
      relatedSince: expect.any(String),
    })
  })

  it.each(['globalAdmin', 'adminAgent', 'salesAgent', 'helpdeskAgent'] as const)('is open to a %s [S4.4] [S4.5] [S4.6] [S4.7]', async (role) => {
    const { status, body } = await list(await partner.person(role))
    expect([status, body.items.length]).toEqual([200, 40])
  })

  it('is closed to visitors and to other roles', async () => {
    expect((await list(null)).status).toBe(401)
    for (const role of ['billingAdmin', 'userManagementAdmin'] as const) expect(problem(await list(await partner.person(role)))).toEqual({ status: 403, code: 'notAllowed', reason: 'roleMissing' })
  })

  describe.each(Object.keys(keys))('sorted by %s', (sort) => {
    it.each(['', '-'])('%s pages forth and back without loss or repeat, in every size', async (direction) => {
      const expected = [...everybody].sort((one, other) => byBytes(keys[sort]!(one), keys[sort]!(other)) * (direction ? -1 : 1))
      for (const size of [7, 40, 41]) {
        const { forth, back, pages } = await walk(agent, `sort=${direction}${sort}`, size)
        expect(forth.map(keys[sort]!)).toEqual(expected.map(keys[sort]!))
        expect(back).toEqual(forth)
        expect(pages).toBe(Math.ceil(40 / size))
      }
    })

    it.each([
      ['country=FR', (row: Row) => row.country === 'FR'],
      ['tag=gold', (row: Row) => row.tags.includes('gold')],
      ['privileges=with', (row: Row) => row.privilegedServices.length > 0],
      ['privileges=without&country=DE', (row: Row) => row.privilegedServices.length === 0 && row.country === 'DE'],
      ['search=toso&match=inside', (row: Row) => `${searchKey(row.companyName)} ${row.primaryDomain}`.includes('toso')],
      ['search=contoso&match=inside&tag=EU', (row: Row) => `${searchKey(row.companyName)} ${row.primaryDomain}`.includes('contoso') && row.tags.includes('EU')],
      ['search=c&country=FR', (row: Row) => row.country === 'FR' && (searchKey(row.companyName).startsWith('c') || row.primaryDomain.startsWith('c'))],
      ['search=contoso&match=prefix&privileges=with', (row: Row) => (searchKey(row.companyName).startsWith('contoso') || row.primaryDomain.startsWith('contoso')) && row.privilegedServices.length > 0],
    ])('%s shows exactly those', async (query, fits) => {
      const expected = everybody.filter(fits).sort((one, other) => byBytes(keys[sort]!(one), keys[sort]!(other)))
      expect(expected.length).toBeGreaterThan(1)
      for (const direction of ['', '-']) {
        const { forth, back } = await walk(agent, `sort=${direction}${sort}&${query}`, 4)
        expect(forth.map(keys[sort]!)).toEqual((direction ? [...expected].reverse() : expected).map(keys[sort]!))
        expect(back).toEqual(forth)
      }
    })
  })

  it('finds by the beginning of the name or of the domain; names first where the list is sorted by name', async () => {
    const named = (row: Row) => searchKey(row.companyName).startsWith('contoso')
    const placed = (row: Row) => row.primaryDomain.startsWith('contoso')
    for (const [sort, first, second] of [['name', named, placed], ['domain', placed, named]] as const) {
      const other = sort === 'name' ? 'domain' : 'name'
      const expected = [
        ...everybody.filter(first).sort((one, two) => byBytes(keys[sort]!(one), keys[sort]!(two))),
        ...everybody.filter((row) => second(row) && !first(row)).sort((one, two) => byBytes(keys[other]!(one), keys[other]!(two))),
      ]
      for (const size of [1, 100]) {
        const { forth, back } = await walk(agent, `sort=${sort}&search=CONTOSO`, size)
        expect(forth).toEqual(expected)
        expect(back).toEqual(forth)
      }
    }
  })

  it.each([
    ['ÑAND', 'Ñandú'],
    ['nandu', 'Ñandú'],
    ['Zurich', 'Zürich'],
    ['日本', '日本商事'],
    ['100 %', '100 % Bio'],
    ['Litware_', 'Litware_x'],
  ])('%s finds %s, whatever letters were typed', async (search, name) => {
    const { body } = await list(agent, `?size=100&search=${encodeURIComponent(search)}`)
    expect(body.items.map((row: Row) => row.companyName.replace(/ \d$/, ''))).toEqual(Array(4).fill(name))
  })

  it('takes the signs of patterns literally', async () => {
    for (const [search, found] of [['0 % b', 4], ['%%%', 0], ['___', 0], ['e_x', 4], ['\\\\\\', 0], ["'';", 0]] as const) {
      expect((await list(agent, `?match=inside&size=100&search=${encodeURIComponent(search)}`)).body.items, search).toHaveLength(found)
    }
  })

  it('searches inside from three characters on, and says so before', async () => {
    expect(problem(await list(agent, '?match=inside&search=co'))).toEqual({ status: 422, code: 'invalidInput', reason: 'searchTooShort' })
    expect((await list(agent, '?match=inside&search=con')).status).toBe(200)
    expect((await list(agent, '?match=inside&search=%20')).body.items).toHaveLength(40)
  })

  it.each([
    ['size=0', 422], ['size=501', 422], ['size=-1', 422], ['size=1e2', 422], ['size=', 422], ['sort=age', 422], ['match=fuzzy', 422], ['privileges=maybe', 422],
    ['country=es', 422], ['search=', 422], [`search=${'x'.repeat(201)}`, 422], ['unknown=1', 400], ['size=1&size=2', 400], ['cursor=abc', 400],
  ])('refuses %s', async (query, status) => {
    expect((await list(agent, `?${query}`)).status).toBe(status)
  })

  it('a page marker serves the list, the reader and the day it was given for', async () => {
    const { next } = (await list(agent, '?size=5')).body
    expect((await list(agent, `?size=5&cursor=${next}`)).status).toBe(200)
    const colleague = await partner.person('salesAgent')
    for (const answer of [
      await list(colleague, `?size=5&cursor=${next}`),
      await list(agent, `?size=6&cursor=${next}`),
      await list(agent, `?size=5&sort=-name&cursor=${next}`),
      await list(agent, `?size=5&country=ES&cursor=${next}`),
      await list(agent, `?size=5&cursor=${next.slice(0, -2)}`),
      await server.ask(agent, 'GET', `/removed-customers?size=5&cursor=${next}`),
    ]) expect(problem(answer)).toEqual({ status: 400, code: 'invalidCursor', reason: undefined })
  })
})

describe('a long list', () => {
  const count = 21_500
  let agent: TestPerson

  beforeAll(async () => {
    const partner = await aPartner()
    agent = await partner.person('adminAgent')
    await sql(
      `insert into tenants (id, cloud, name, name_key, country, primary_domain, language, time_zone, is_customer, origin, created_at)
       select md5('long' || i)::uuid, 'public', 'x', 'x', 'ES', 'long' || i || '.example', 'es', 'Europe/Madrid', true, 'operatorImport', now() from generate_series(1, $1::int) i`,
      [count],
    )
    await sql(
      `insert into customer_accounts (partner_id, customer_id, company_name, name_key, primary_domain, country, channels, related_since, tags)
       select $1, md5('long' || i)::uuid, n, n, 'long' || i || '.example', 'ES', '{direct}', timestamptz '2026-01-01' + i * interval '1.5 microseconds',
         case when i > $2 - 3 then array['rare'] else '{}' end
       from (select i, lpad(i::text, 6, '0') || ' common' || case when i % 150 = 0 then ' medium' when i > $2 - 3 then ' seldom' else '' end
         || case when i < 8 or i > $2 - 4 then ' clustered' else '' end as n from generate_series(1, $2::int) i) rows`,
      [partner.id, count],
    )
    await sql('analyze customer_accounts')
  })

  it.each([
    ['search=common&match=inside', count],
    ['search=medium&match=inside', Math.floor(count / 150)],
    ['search=seldom&match=inside', 3],
    ['search=clustered&match=inside', 11],
    ['search=clustered&match=inside&sort=-since', 11],
    ['search=nowhere&match=inside', 0],
    ['tag=rare', 3],
    ['tag=rare&sort=-domain', 3],
    ['privileges=with', 0],
  ])('%s finds all %d, near the beginning or far away', async (query, expected) => {
    const { forth, back } = await walk(agent, query, 500)
    expect(forth).toHaveLength(expected)
    expect(new Set(forth.map(({ customerId }) => customerId)).size).toBe(expected)
    expect(back).toEqual(forth)
  })

  it('repeats nobody although instants differ by less than a millisecond', async () => {
    const { body } = await list(agent, '?sort=since&size=500')
    const seen = new Set(body.items.map((row: Row) => row.customerId))
    const next = await list(agent, `?sort=since&size=500&cursor=${body.next}`)
    expect(next.body.items.filter((row: Row) => seen.has(row.customerId))).toEqual([])
    expect(next.body.items[0].companyName).toBe('000501 common')
  })
})
