import pg from 'pg'

export interface Statement {
  readonly name: string
  readonly text: string
  readonly values: readonly unknown[]
}

/** What the product sends to the database while it answers once, transaction statements included. */
export async function recordStatements(answer: () => Promise<unknown>): Promise<Statement[]> {
  const recorded: Statement[] = []
  const prototype = pg.Client.prototype as unknown as { query: (...args: unknown[]) => unknown }
  const original = prototype.query
  prototype.query = function (this: unknown, ...args: unknown[]) {
    const asked = args[0] as string | { name?: string; text: string; values?: unknown[] }
    const text = typeof asked === 'string' ? asked : asked.text
    const name = typeof asked === 'string' ? '' : (asked.name ?? '')
    recorded.push({ name: name && `bare-${name}`, text, values: typeof asked === 'string' ? [] : (asked.values ?? []) })
    return original.apply(this, args)
  }
  try {
    await answer()
  } finally {
    prototype.query = original
  }
  return recorded
}
