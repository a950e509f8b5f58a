import { createHash } from 'node:crypto'

/** One text for equal filters, whatever the order of their members; absent and undefined members are the same. */
export function filterHash(filter: Readonly<Record<string, unknown>>): string {
  return createHash('sha256').update(canonical(filter)).digest('base64url')
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`
  if (value instanceof Date || value === null || typeof value !== 'object') return JSON.stringify(value ?? null)
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1))
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`).join()}}`
}
