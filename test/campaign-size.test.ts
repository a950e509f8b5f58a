import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, inject, it } from 'vitest'
import { manyListed, workOn } from './support/campaigns.ts'
import { testServer } from './support/server.ts'
import { aPartner, sql } from './support/world.ts'

/** The longest list there is comes in, is checked and asked, and nothing of it is gathered on the way but its rows. */
const rows = 10_000
const server = await testServer()

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void
const heldNow = () => {
  collect()
  const { heapUsed, external, arrayBuffers } = process.memoryUsage()
  return (heapUsed + external + arrayBuffers) / 1e6
}

// One engine: what is measured is this process, whichever database it reads.
it.skipIf(inject('engine').connections.kind === 'server')(`a list of ${rows} customers is taken, checked and asked, and the memory held grows by less than 50 MB`, { timeout: 180_000 }, async () => {
  const asker = await (await aPartner()).person('salesAgent')
  const plan = await server.ask(asker, 'POST', '/campaigns', { body: { name: 'Todos', delivery: 'self' } })
  const { id } = plan.body
  const list = Buffer.from(manyListed(rows))
  const before = heldNow()
  let most = 0
  const timer = setInterval(() => (most = Math.max(most, heldNow() - before)), 2_000)
  expect((await server.ask(asker, 'POST', `/campaigns/${id}/list`, { raw: list, headers: { 'content-type': 'text/csv' } })).body).toMatchObject({ status: 'checking', rowCount: rows })
  await workOn(server.env, id)
  const { version } = (await server.ask(asker, 'GET', `/campaigns/${id}`)).body
  await server.ask(asker, 'POST', `/campaigns/${id}/start`, { version })
  await workOn(server.env, id)
  clearInterval(timer)
  expect((await server.ask(asker, 'GET', `/campaigns/${id}`)).body).toMatchObject({ status: 'done', rows: { draft: rows } })
  expect(await sql('select count(*)::int as requests, count(distinct named_domain)::int as named from relationship_requests where partner_id = $1', [asker.tenantId])).toEqual([{ requests: rows, named: rows }])
  expect(Math.max(most, heldNow() - before)).toBeLessThan(50)
})
