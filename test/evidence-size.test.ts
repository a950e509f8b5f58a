import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, it } from 'vitest'
import { asBearer, beginExport } from './support/export-reading.ts'
import { testServer } from './support/server.ts'
import { aCustomer, sql } from './support/world.ts'

/** The history of a large organization leaves through the stream, and nothing of it is gathered on the way. */
const events = 200_000
const server = await testServer()

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void
/** What is still held once everything that can go is gone, in MB. Reader and server live in this one process. */
const heldNow = () => {
  collect()
  const { heapUsed, external, arrayBuffers } = process.memoryUsage()
  return (heapUsed + external + arrayBuffers) / 1e6
}

it(`evidence of ${events} events is exported whole, and the memory held grows by less than 50 MB`, { timeout: 120_000 }, async () => {
  const customer = await aCustomer()
  const who = await customer.person('globalAdministrator')
  await sql(
    `with made as (insert into events (id, at, type, outcome, resource_type, resource_id, sequence, actor_kind, actor_person_id, actor_tenant_id)
       select gen_random_uuid(), timestamptz '2026-01-01' + n * interval '1 second', 'organization.updated', 'done', 'tenant', $1, n, 'person', $2, $1 from generate_series(1, $3::int) n returning id, at)
     insert into event_readers (tenant_id, at, event_id, type) select $1, at, id, 'organization.updated' from made`,
    [customer.id, who.id, events],
  )
  await sql('analyze events')
  await sql('analyze event_readers')
  const headers = await asBearer(server, who)
  const before = heldNow()
  const { response } = await beginExport(server, headers, { format: 'json' }, '/evidence/export')
  let [bytes, most, nextLook] = [0, 0, 0]
  let last = ''
  for await (const piece of response) {
    const text = piece as string
    bytes += text.length
    last = (last + text).slice(-100)
    if (bytes < nextLook) continue
    nextLook += 8_000_000
    most = Math.max(most, heldNow() - before)
  }
  expect(last).toMatch(new RegExp(`"entries":${events},"isWhole":true}\n$`))
  expect(most).toBeLessThan(50)
})
