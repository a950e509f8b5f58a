import { DomainError } from './errors.ts'

/** Keyed by action, because the API (`can`), the portals (buttons) and the docs all ask about actions. */
export type TransitionTable<Status extends string = string> = Record<
  string,
  { readonly from: readonly Status[]; readonly to: Status }
>

/** The only place a status changes. */
export function transition<Table extends TransitionTable, Action extends keyof Table & string>(
  table: Table,
  current: string,
  action: Action,
): Table[Action]['to'] {
  const row = table[action]!
  if (!row.from.includes(current)) {
    throw new DomainError('invalidTransition', `Cannot ${action} while ${current}.`, {
      action,
      current,
      allowedFrom: row.from,
    })
  }
  return row.to
}

/** The actions that the current status leaves open. */
export function openTransitions<Table extends TransitionTable>(table: Table, current: string): (keyof Table & string)[] {
  return Object.keys(table).filter((action) => table[action]!.from.includes(current))
}
