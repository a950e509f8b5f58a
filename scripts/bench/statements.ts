import pg from 'pg'

export interface Statement {
  readonly name: string
  readonly text: string
  readonly values: readonly unknown[]
  /** whether everything before it had been answered when it was sent; else it travels with what is before it */
  readonly waits: boolean
  /** which of the connections it went by, counted from 0 */
  readonly connection: number
}

/** What the product sends to the database while it answers once, transaction statements included. */
export async function recordStatements(answer: () => Promise<unknown>): Promise<Statement[]> {
  const recorded: Statement[] = []
  const connections = new Map<unknown, number>()
  let pending = 0
  const prototype = pg.Client.prototype as unknown as { query: (...args: unknown[]) => unknown }
  const original = prototype.query
  prototype.query = function (this: unknown, ...args: unknown[]) {
    const asked = args[0] as string | { name?: string; text: string; values?: unknown[] }
    const { name, text, values } = typeof asked === 'string' ? { name: '', text: asked, values: [] } : asked
    if (!connections.has(this)) connections.set(this, connections.size)
    recorded.push({ name: name ? `bare-${name}` : '', text, values: values ?? [], waits: pending === 0, connection: connections.get(this)! })
    const result = original.apply(this, args)
    if (result instanceof Promise) {
      pending++
      const settled = () => void pending--
      result.then(settled, settled)
    }
    return result
  }
  try {
    await answer()
  } finally {
    prototype.query = original
  }
  return recorded
}

/** The statements once more, in the same round trips as the product needed: what it sends together goes together. */
export async function replayStatements(client: pg.ClientBase, statements: readonly Statement[], renewed: (values: readonly unknown[]) => unknown[] = (values) => [...values]): Promise<void> {
  let travelling: Promise<unknown>[] = []
  for (const { name, text, values, waits } of statements) {
    if (waits) {
      await Promise.all(travelling)
      travelling = []
    }
    travelling.push(client.query({ name, text, values: renewed(values) }))
  }
  await Promise.all(travelling)
}
