import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, it } from 'vitest'
import { asBearer, beginExport } from './support/export-reading.ts'
import { manyCustomers } from './support/many-customers.ts'
import { testServer } from './support/server.ts'
import { aPartner } from './support/world.ts'

/** One million customers of one partner leave through the stream, and nothing of it is gathered on the way. */
const rows = 1_000_000
const server = await testServer()

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void
/** What is still held once everything that can go is gone, in MB. Reader and server live in this one process. */
const heldNow = () => {
  collect()
  const { heapUsed, external, arrayBuffers } = process.memoryUsage()
  return (heapUsed + external + arrayBuffers) / 1e6
}

it(`a list of ${rows} customers is exported whole, and the memory held grows by less than 50 MB [S4.L6.3]`, { timeout: 300_000 }, async () => {
  const partner = await aPartner()
  await manyCustomers(partner, rows)
  const { response } = await beginExport(server, await asBearer(server, await partner.person('adminAgent')))
  let [lines, bytes, most] = [0, 0, 0]
  let last = ''
  const before = heldNow()
  let nextLook = 0
  for await (const piece of response) {
    const text = piece as string
    bytes += text.length
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++
    last = text
    if (bytes < nextLook) continue
    nextLook += 4_000_000
    most = Math.max(most, heldNow() - before)
  }
  expect(lines).toBe(rows + 1)
  expect(last.endsWith('Z\r\n')).toBe(true)
  expect(most).toBeLessThan(50)
})
