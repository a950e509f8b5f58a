import { filterHash } from '../security/filter-hash.ts'
import { type CursorKeys, openCursor, sealCursor } from '../security/cursor.ts'
import type { Work } from './use-case.ts'

/** Which page is wanted: of what size, and where it continues. */
export interface PageAsk {
  readonly size: number
  readonly cursor?: string | undefined
}

export interface Page<Row> {
  readonly items: readonly Row[]
  readonly next: string | null
  readonly previous: string | null
}

/** Where a page continues: after the row with these keys, reading on or reading back. */
export interface PageStart {
  readonly keys: CursorKeys
  readonly backwards: boolean
}

export interface PagedList<Row> {
  /** method and path as declared, for example `GET /customers` */
  readonly route: string
  /** everything that shapes the list: filters, search, sort */
  readonly filter: Readonly<Record<string, unknown>>
  /** at most so many rows from there; in the order asked for, or reversed when reading back */
  read(start: PageStart | undefined, most: number): Promise<readonly Row[]>
  keysOf(row: Row): CursorKeys
}

export const usualPageSize = 50

/** One page by keyset, in both directions, with cursors that are sealed to this reader and this list (rule R19). */
export async function readPage<Row>(work: Work, { size, cursor }: PageAsk, list: PagedList<Row>): Promise<Page<Row>> {
  const { tenantId, personId } = work.person
  const scope = { tenantId, personId, route: list.route, filterHash: filterHash({ ...list.filter, size }) }
  const start = cursor === undefined ? undefined : startOf(openCursor(work.env.keyRing, scope, cursor, work.now))
  const read = await list.read(start, size + 1)
  const kept = read.slice(0, size)
  const items = start?.backwards ? [...kept].reverse() : kept
  const goesOn = read.length > size
  const mark = (keys: CursorKeys, backwards: boolean) =>
    sealCursor(work.env.keyRing, scope, [backwards, ...keys], new Date(work.now.getTime() + 86_400_000))
  const first = items[0] === undefined ? start?.keys : list.keysOf(items[0])
  const last = items.at(-1) === undefined ? start?.keys : list.keysOf(items.at(-1)!)
  return {
    items,
    next: last && (start?.backwards || goesOn) ? mark(last, false) : null,
    previous: first && (start?.backwards ? goesOn : start !== undefined) ? mark(first, true) : null,
  }
}

function startOf([backwards, ...keys]: CursorKeys): PageStart {
  return { backwards: backwards === true, keys }
}
