/** One of the other side: a customer for a partner, a partner for a customer. */
export type Counterpart = { id: string; name: string }

/** Where a portal looks up the other side. Its people choose from it, and an address may name one of it. */
export type Counterparts = {
  /** Names one of them: "Customer", "Partner". */
  label: string
  allLabel: string
  find: (search: string, signal: AbortSignal) => Promise<readonly Counterpart[]>
  nameOf: (id: string, signal: AbortSignal) => Promise<string>
}
