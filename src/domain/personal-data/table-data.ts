/** Whom a column tells about. */
export const subjects = {
  member: 'somebody with an account',
  signer: 'who signed',
  contact: 'a contact person, named by an organization',
  applicant: 'who is registering an organization',
  recipient: 'who is written to',
} as const
export type Subject = keyof typeof subjects

/** How long it stays. Each is kept by a scheduled task, by erasing, or goes with its row. */
export const retentions = {
  account: 'until the person is erased; of a customer’s user, 30 days after the deletion',
  session: '90 days after the session ended; at once when the person is erased',
  oneTime: '30 days after it ended; at once when the person is erased',
  registration: '7 days after it ended',
  minutes: 'minutes; forgotten every hour',
  key: '24 hours or 30 days; at once when the person is erased',
  mail: 'until the person is erased, or somebody asks for it by address',
  notification: 'half a year; at once when the person is erased',
  contact: 'until the organization changes it, or somebody asks for it by address',
  report: '30 days after the work on many users began; names at once when the person is erased',
  lead: 'a year after the lead was archived; at once when the customer takes it back or the person is erased',
  contract: 'for the legal period: ten years after the person was erased, and longer only while a relationship rests on it',
  trail: 'with the record of what happened; after erasing, the number leads to no name',
} as const
export type Retention = keyof typeof retentions

/** What erasing does: takes the row or the value away, leaves the number of a person that leads to no name, or keeps the evidence for its legal period. */
export type OnErasure = 'gone' | 'nameless' | 'kept'

/** Columns of one kind. */
export interface DataClass {
  readonly columns: readonly string[]
  readonly subject: Subject
  readonly purpose: string
  readonly retention: Retention
  readonly onErasure: OnErasure
  /** hashes, seeds and keys: in no export, and of no use to anybody else */
  readonly isSecret?: true
}

/** How rows about somebody are found, and what of them is about this person alone. */
export interface Trace {
  /** the column that holds the person's number, or their mail address */
  readonly by: string
  readonly as: 'person' | 'address'
  readonly show: readonly string[]
}

export interface TableData {
  readonly personal: readonly DataClass[]
  /** every other column */
  readonly plain: readonly string[]
  readonly traces: readonly Trace[]
}

/** A table that says nothing about people. */
export function impersonal(...columns: readonly string[]): TableData {
  return { personal: [], plain: columns, traces: [] }
}

/** The number of whoever did something. */
export function actor(...columns: readonly string[]): DataClass {
  return { columns, subject: 'member', purpose: 'who did it', retention: 'trail', onErasure: 'nameless' }
}

/** The number of whose row it is; goes with the row. */
export function holder(column: string): DataClass {
  return { columns: [column], subject: 'member', purpose: 'whose it is', retention: 'account', onErasure: 'gone' }
}

export function secret(purpose: string, retention: Retention, ...columns: readonly string[]): DataClass {
  return { columns, subject: 'member', purpose, retention, onErasure: 'gone', isSecret: true }
}

export function byPerson(by: string, ...show: readonly string[]): Trace {
  return { by, as: 'person', show: [by, ...show] }
}

export function byAddress(by: string, ...show: readonly string[]): Trace {
  return { by, as: 'address', show: [by, ...show] }
}
