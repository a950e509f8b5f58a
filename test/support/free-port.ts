import { randomInt } from 'node:crypto'
import { createServer } from 'node:net'

/** Below the ports that a system gives to outgoing connections by itself (Linux from 32768, others from 49152). */
const [lowest, highest] = [20_000, 32_767]

/**
 * A port that nobody listens on, and that no outgoing connection takes before a product, which prepares its data first,
 * comes to listen there some seconds later.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(lowest, highest + 1)
    if (await isFree(port)) return port
  }
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer()
  const listens = await new Promise<boolean>((done) => server.once('error', () => done(false)).listen(port, '127.0.0.1', () => done(true)))
  if (listens) await new Promise((closed) => server.close(closed))
  return listens
}
