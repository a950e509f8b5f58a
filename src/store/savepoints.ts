import { sql } from 'kysely'
import { DomainError } from '../domain/errors.ts'
import type { Transaction } from './database.ts'

/** Lets the work run to its end and takes everything back that it wrote: a rehearsal inside the transaction. */
export async function triedOut<T>(trx: Transaction, work: () => Promise<T>): Promise<T> {
  await sql`savepoint tried_out`.execute(trx)
  try {
    return await work()
  } finally {
    await sql`rollback to savepoint tried_out`.execute(trx)
  }
}

/** Keeps what the work wrote unless it refuses; then the transaction goes on as if it had not begun. Any other failure ends it all. */
export async function keptUnlessRefused<T>(trx: Transaction, work: () => Promise<T>): Promise<T> {
  await sql`savepoint kept`.execute(trx)
  try {
    const done = await work()
    await sql`release savepoint kept`.execute(trx)
    return done
  } catch (error) {
    if (error instanceof DomainError) await sql`rollback to savepoint kept`.execute(trx)
    throw error
  }
}
