import type { BenchPartner } from './fill.ts'
import { line, measure } from './measure.ts'

interface Stage {
  readonly url: string
  readonly partners: readonly BenchPartner[]
  tokenOf(partner: BenchPartner): Promise<string>
}

/** The p99 of other requests while nobody exports, and while somebody exports the largest list over and over. */
export async function besideExport({ url, partners, tokenOf }: Stage): Promise<void> {
  const [small, large] = [partners[0]!, partners.at(-1)!]
  const [reader, exporter] = [await tokenOf(small), await tokenOf(large)]
  const page = async () => {
    const answer = await fetch(`${url}/api/v1/customers`, { headers: { authorization: `Bearer ${reader}` } })
    if (answer.status !== 200) throw new Error(`${answer.status} ${await answer.text()}`)
    await answer.arrayBuffer()
  }
  const asked = { count: 2_000, clients: 2 }
  console.log(`\nA first page of ${small.customers} customers, beside an export of ${large.customers}`)
  const alone = await measure(page, asked)
  console.log(line('  no export runs', alone))

  const stop = new AbortController()
  const done = { rows: 0, files: 0, seconds: 0 }
  const exporting = exportOverAndOver(url, exporter, stop.signal, done)
  const beside = await measure(page, asked)
  stop.abort()
  await exporting
  console.log(line('  an export runs', beside))
  console.log(`${''.padEnd(40)}p99 ${(beside.p99 / alone.p99).toFixed(2)} × of without; ${Math.round(done.rows / done.seconds)} rows a second went out`)
}

/** Reads and throws away; rows are the line ends that came. */
async function exportOverAndOver(url: string, token: string, signal: AbortSignal, done: { rows: number; files: number; seconds: number }): Promise<void> {
  const begin = performance.now()
  while (!signal.aborted) {
    try {
      const answer = await fetch(`${url}/api/v1/customers/export`, { method: 'POST', headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' }, body: '{}', signal })
      if (answer.status !== 200) throw new Error(`${answer.status} ${await answer.text()}`)
      for await (const piece of answer.body!) for (const byte of piece) if (byte === 10) done.rows++
      done.files++
    } catch (error) {
      if (!signal.aborted) throw error
    }
  }
  done.seconds = (performance.now() - begin) / 1_000
}
