import { DomainError } from '../../domain/errors.ts'

const deepest = 32
const longestKey = 200
// A byte order mark is kept, so that it is refused as the stray character that it is (RFC 8259 8.1).
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Reads a JSON body: valid UTF-8, at most 32 deep (checked before parsing), no repeated or prototype keys, whole texts in NFC. */
export function readJson(bytes: Buffer): unknown {
  if (bytes.length === 0) return undefined
  const text = decoded(bytes)
  refuseDepth(text)
  const value = parsed(text)
  refuseRepeatedKeys(text)
  return cleaned(value)
}

function decoded(bytes: Buffer): string {
  try {
    return decoder.decode(bytes)
  } catch {
    throw new DomainError('malformed', 'The body is not UTF-8.')
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new DomainError('malformed', 'The body is not JSON.')
  }
}

/** Shows each brace, bracket, comma and whole text of a document in order, in one walk and whatever it is: no pattern that could be made to search twice. */
function walk(text: string, visit: (sign: string, from: number, to: number) => void): void {
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]!
    const from = at
    if (sign === '"') for (at++; at < text.length && text[at] !== '"'; at++) if (text[at] === '\\') at++
    if ('{}[],"'.includes(sign)) visit(sign, from, at + 1)
  }
}

function refuseDepth(text: string): void {
  let depth = 0
  walk(text, (sign) => {
    if (sign === '{' || sign === '[') depth++
    else if (sign === '}' || sign === ']') depth--
    if (depth > deepest) throw new DomainError('malformed', 'The body is nested too deeply.')
  })
}

/** Readers disagree on which of two equal keys counts, so neither is taken. The text is known to be JSON by now. */
function refuseRepeatedKeys(text: string): void {
  const open: (Set<string> | undefined)[] = []
  let isKeyNext = false
  walk(text, (sign, from, to) => {
    if (sign === '{' || sign === '[') open.push(sign === '{' ? new Set() : undefined)
    else if (sign === '}' || sign === ']') open.pop()
    else if (sign === '"' && isKeyNext) addOnce(open.at(-1)!, JSON.parse(text.slice(from, to)) as string)
    isKeyNext = (sign === '{' || sign === ',') && open.at(-1) !== undefined
  })
}

function addOnce(keys: Set<string>, key: string): void {
  if (keys.has(key)) throw new DomainError('malformed', 'A key stands twice in one object.')
  if (key.length > longestKey) throw new DomainError('malformed', 'A key is too long.')
  if (key === '__proto__' || key === 'constructor' || key === 'prototype') throw new DomainError('malformed', 'A key is not allowed.')
  keys.add(key)
}

function cleaned(value: unknown): unknown {
  if (typeof value === 'string') return wholeText(value).normalize('NFC')
  if (typeof value === 'number') return exactNumber(value)
  if (Array.isArray(value)) return value.map(cleaned)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [wholeText(name), cleaned(inner)]))
}

/** A whole number that was rounded while reading is not the number that was sent (B23). */
function exactNumber(value: number): number {
  if (!Number.isFinite(value) || (Number.isInteger(value) && !Number.isSafeInteger(value))) {
    throw new DomainError('invalidInput', 'A number is out of range.')
  }
  return value
}

function wholeText(text: string): string {
  if (!text.isWellFormed() || text.includes('\u0000')) throw new DomainError('invalidInput', 'A text is not valid Unicode.')
  return text
}
