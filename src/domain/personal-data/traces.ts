import { dataMap } from './data-map.ts'
import type { Trace } from './table-data.ts'

export const personalDataFormat = 'vinculo-personal-data/1'

export interface NamedTrace {
  /** table and column, as the part of the file is called */
  readonly name: string
  readonly table: string
  readonly trace: Trace
}

/** Every way from a person's number or mail address to what is stored about them, in the order of the map. */
export const traces: readonly NamedTrace[] = Object.entries(dataMap).flatMap(([table, entry]) =>
  entry.traces.map((trace) => ({ name: `${table}.${trace.by}`, table, trace })),
)

/** Of whom data are taken along: an account, an address, or both. */
export interface DataSubject {
  readonly personId: string | null
  readonly mail: string | null
}

/** What the trace looks for; undefined where nothing is known of this subject that it could. */
export function soughtBy({ as }: Trace, { personId, mail }: DataSubject): string | undefined {
  return (as === 'person' ? personId : mail) ?? undefined
}
