import { createHash } from 'node:crypto'
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely'
import pg from 'pg'
import type { DB } from './schema.generated.ts'
import { DomainError } from '../domain/errors.ts'

pg.types.setTypeParser(pg.types.builtins.INT8, Number)

/** Who the database thinks is asking. Set in every transaction, never in a session (rule R26). */
export interface RowScope {
  /** the tenant whose rows are seen; noTenant for visitors and the system */
  tenant: string
  scope: 'tenant' | 'operator' | 'system' | 'visitor'
  /** hash of a link's secret, hex: opens just the rows that carry it */
  secret?: string
}

export type Transaction = Kysely<DB>

export interface Database {
  /** Runs the work between BEGIN and a COMMIT that was checked; anything thrown rolls back. */
  transaction<T>(scope: RowScope, work: (trx: Transaction) => Promise<T>): Promise<T>
  /** One statement outside any tenant: the security definer doors only. */
  door<Row extends pg.QueryResultRow>(name: string, text: string, values: unknown[]): Promise<Row[]>
  /** Connections in use, waiting and idle, for health and shutdown. */
  pressure(): { total: number; idle: number; waiting: number }
  close(): Promise<void>
}

const setScope = {
  name: 'set-scope',
  text: "select set_config('app.tenant', $1, true), set_config('app.scope', $2, true), set_config('app.secret', $3, true)",
}

export function openDatabase(config: pg.ClientConfig, options: { connections?: number } = {}): Database {
  const pool = new pg.Pool({
    ...config,
    max: options.connections ?? 16,
    pipeline: true,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 60_000,
  } as pg.PoolConfig)
  // An idle connection that dies (database restarted) is replaced by the pool; unheard, the event would end the process.
  pool.on('error', () => undefined)
  // The same for one that is in use between two statements: its next statement fails and is answered for.
  pool.on('connect', (client) => client.on('error', () => undefined))
  const kyselyOf = new WeakMap<pg.PoolClient, Transaction>()

  return {
    async transaction(scope, work) {
      const client = await pool.connect()
      let broken: Error | undefined
      try {
        let trx = kyselyOf.get(client)
        if (!trx) kyselyOf.set(client, (trx = kyselyOn(client)))
        // Pipelined: these two travel with the first query of the work. Their failure makes every later statement fail.
        client.query('begin').catch((error: Error) => (broken = error))
        client
          .query({ ...setScope, values: [scope.tenant, scope.scope, scope.secret ?? ''] })
          .catch((error: Error) => (broken ??= error))
        const result = await work(trx)
        await commit(client)
        return result
      } catch (error) {
        if (!(error instanceof DomainError && error.code === 'outcomeUnknown')) {
          await client.query('rollback').catch((failure: Error) => (broken = failure))
        }
        throw broken ?? error
      } finally {
        client.release(broken ?? false)
      }
    },
    async door(name, text, values) {
      const { rows } = await pool.query({ name, text, values })
      return rows
    },
    pressure: () => ({ total: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }),
    close: () => pool.end(),
  }
}

/** A pipelined transaction that failed answers COMMIT with ROLLBACK and no error; a lost connection leaves the outcome unknown (rule R28). */
async function commit(client: pg.PoolClient): Promise<void> {
  let result: pg.QueryResult
  try {
    result = await client.query('commit')
  } catch (error) {
    throw new DomainError('outcomeUnknown', 'The answer to COMMIT was lost; ask again with the same key.', { cause: error })
  }
  if (result.command !== 'COMMIT') throw new Error(`transaction ended with ${result.command}`)
}

const compiler = new PostgresQueryCompiler()
const adapter = new PostgresAdapter()

function kyselyOn(client: pg.PoolClient): Transaction {
  const connection: DatabaseConnection = {
    async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
      const result = await client.query({ name: statementName(query.sql), text: query.sql, values: query.parameters as unknown[] })
      const affected = result.rowCount === null ? undefined : BigInt(result.rowCount)
      return affected === undefined ? { rows: result.rows } : { rows: result.rows, numAffectedRows: affected }
    },
    async *streamQuery() {
      throw new Error('streams are read with keyset pages')
    },
  }
  const driver: Driver = {
    init: async () => undefined,
    acquireConnection: async () => connection,
    beginTransaction: async () => undefined,
    commitTransaction: async () => undefined,
    rollbackTransaction: async () => undefined,
    releaseConnection: async () => undefined,
    destroy: async () => undefined,
  }
  return new Kysely<DB>({
    dialect: {
      createAdapter: () => adapter,
      createDriver: () => driver,
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => compiler,
    },
  })
}

const names = new Map<string, string>()

/** Named statements are planned once per connection; the name is the text's hash. */
function statementName(text: string): string {
  let name = names.get(text)
  if (!name) {
    name = createHash('sha256').update(text).digest('base64url').slice(0, 24)
    if (names.size < 2_000) names.set(text, name)
  }
  return name
}
