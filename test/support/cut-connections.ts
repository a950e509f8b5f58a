import { sql } from 'kysely'
import type { Environment } from '../../src/application/environment.ts'
import type { Transaction } from '../../src/store/database.ts'

/** Where the connection of an act is cut: before it wrote anything, between two rows of the ledger and its subscription, before its commit. */
export const cutPoints = ['begin', 'ledger', 'commit'] as const
export type CutPoint = (typeof cutPoints)[number]

/**
 * The environment with a connection that PostgreSQL itself ends at that point, once: a crash as the product meets it. What it
 * does then, and what a client gets, is the product's own.
 */
export function cutAt(env: Environment, point: CutPoint): Environment {
  let isCut = false
  const cut = async (trx: Transaction) => {
    if (isCut) return
    isCut = true
    await sql`select pg_terminate_backend(pg_backend_pid())`.execute(trx)
  }
  const transaction: Environment['database']['transaction'] = (scope, work) =>
    env.database.transaction(scope, async (trx) => {
      if (point === 'begin') await cut(trx)
      const done = await work(point === 'ledger' ? watched(trx, cut) : trx)
      if (point === 'commit') await cut(trx)
      return done
    })
  return { ...env, database: { ...env.database, transaction } }
}

function watched(trx: Transaction, cut: (trx: Transaction) => Promise<void>): Transaction {
  const seen = new WeakSet<object>()
  return trx.withPlugin({
    transformQuery({ node, queryId }) {
      if (JSON.stringify(node).includes('insert into subscription_charges')) seen.add(queryId)
      return node
    },
    async transformResult({ result, queryId }) {
      if (seen.has(queryId)) await cut(trx)
      return result
    },
  }) as Transaction
}
