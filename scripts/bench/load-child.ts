import { askAndAccept, type Order } from './load.ts'
import { measure } from './measure.ts'

/** The process of the clients; started by load.ts. */
process.on('message', async (order: Order) => {
  const call = 'bare' in order
    ? async (index: number) => { for (const address of order.bare[index]!) await get(address) }
    : (index: number) => askAndAccept(order.url, { asker: order.asker, accepter: order.accepters[index]! })
  process.send!(await measure(call, order))
})
process.on('disconnect', () => process.exit())
process.send!('ready')

async function get(address: string): Promise<void> {
  const answer = await fetch(address)
  const text = await answer.text()
  if (answer.status !== 200) throw new Error(`bare route: ${answer.status} ${text}`)
}
