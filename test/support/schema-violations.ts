import { validatorCompiler } from '../../src/http/intake/validation.ts'
import { sampleOf, type Schema } from './sample-input.ts'

/** One input that breaks one rule of its schema, and where. */
export interface Violation {
  readonly pointer: string
  readonly rule: string
  readonly input: unknown
}

type Place = { readonly schema: Schema; readonly pointer: string; readonly put: (value: unknown) => unknown }

/** Every way to break exactly one rule of the schema, from a value that fits it; what still fits is left out. */
export function violationsOf(schema: Schema, fitting: unknown = sampleOf(schema)): Violation[] {
  const fits = validatorCompiler({ schema } as never) as unknown as (input: unknown) => boolean
  return [...violationsAt({ schema, pointer: '', put: (value) => value }, fitting)].filter(({ input }) => !fits(input))
}

function* violationsAt({ schema, pointer, put }: Place, fitting: unknown): Generator<Violation> {
  const broken = (rule: string, value: unknown): Violation => ({ pointer, rule, input: put(value) })
  const branch = branchOf(schema)
  for (const value of strangersTo(branch)) yield broken(`type ${JSON.stringify(value)}`, value)
  if (branch.type === 'object') yield* inObject(branch, { pointer, put }, fitting)
  if (branch.type === 'array') yield* inArray(branch, { pointer, put }, fitting)
  if (branch.type === 'integer' || branch.type === 'number') {
    for (const value of [1.5, (branch.minimum ?? 0) - 1, (branch.maximum ?? 1e15) + 1, -1e15]) yield broken(`number ${value}`, value)
  }
  if (branch.type === 'string') for (const text of textsAgainst(branch)) yield broken(`text ${text.slice(0, 20)}`, text)
}

/** Of several shapes, the one with the most to break. */
function branchOf(schema: Schema): Schema {
  if (!schema.anyOf) return schema
  return schema.anyOf.find(({ type }) => type === 'object' || type === 'array') ?? schema.anyOf.find(({ type }) => type !== 'null') ?? schema
}

function strangersTo({ type }: Schema): unknown[] {
  const all = { string: 'x', number: 12, boolean: true, null: null, array: ['x'], object: { x: 1 } }
  const texts = type === 'number' || type === 'integer' ? ['12'] : type === 'boolean' ? ['true', 1, 0] : []
  return [...texts, ...Object.entries(all).flatMap(([name, value]) => (name === type || (name === 'number' && type === 'integer') ? [] : [value]))]
}

function* inObject(schema: Schema, { pointer, put }: Omit<Place, 'schema'>, fitting: unknown): Generator<Violation> {
  const members = (fitting ?? sampleOf(schema)) as Record<string, unknown>
  for (const stranger of ['unknownMember', ...serverOwned.filter((name) => !schema.properties?.[name])]) {
    yield { pointer: `${pointer}/${stranger}`, rule: 'unknown', input: put({ ...members, [stranger]: 'x' }) }
  }
  for (const [name, inner] of Object.entries(schema.properties ?? {})) {
    const otherCase = name[0]!.toUpperCase() + name.slice(1)
    yield { pointer: `${pointer}/${otherCase}`, rule: 'letter case', input: put({ ...members, [otherCase]: members[name] ?? sampleOf(inner) }) }
    if (schema.required?.includes(name)) {
      yield { pointer: `${pointer}/${name}`, rule: 'missing', input: put(Object.fromEntries(Object.entries(members).filter(([one]) => one !== name))) }
    }
    yield* violationsAt({ schema: inner, pointer: `${pointer}/${name}`, put: (value) => put({ ...members, [name]: value }) }, members[name])
  }
}

/** What callers never say: who owns a thing, and how it stands. */
const serverOwned = ['id', 'tenantId', 'partnerId', 'status', 'createdAt', 'roles', 'can']

function* inArray(schema: Schema, { pointer, put }: Omit<Place, 'schema'>, fitting: unknown): Generator<Violation> {
  const one = sampleOf(schema.items!)
  if (schema.maxItems !== undefined) yield { pointer, rule: 'too many', input: put(Array.from({ length: schema.maxItems + 1 }, () => one)) }
  if (schema.maxItems !== undefined) yield { pointer, rule: 'far too many', input: put(Array.from({ length: 100_001 }, () => 1)) }
  if (schema.minItems) yield { pointer, rule: 'too few', input: put([]) }
  if (schema.uniqueItems) yield { pointer, rule: 'repeated', input: put([one, one]) }
  yield { pointer, rule: 'as an object', input: put({ 0: one, length: 1 }) }
  yield* violationsAt({ schema: schema.items!, pointer: `${pointer}/0`, put: (value) => put([value]) }, (fitting as unknown[] | undefined)?.[0])
}

function textsAgainst(schema: Schema): string[] {
  const { maxLength, minLength, format, pattern } = schema
  return [
    ...(maxLength === undefined ? [] : ['x'.repeat(maxLength + 1), '\u{1f600}'.repeat(maxLength + 1)]),
    ...(minLength ? ['x'.repeat(minLength - 1)] : []),
    ...(format || pattern ? ['', 'not at all \u2028', '\'; drop table tenants; --', '../../etc/passwd', 'x'.repeat(300)] : []),
    ...(format === 'id' ? ['00000000000000000000000000000000', '{00000000-0000-0000-0000-000000000000}', '00000000-0000-0000-0000-00000000000g', ' 00000000-0000-0000-0000-000000000000'] : []),
    ...(format === 'date' || format === 'date-time' ? badInstants : []),
  ]
}

/** B32, B33 and B35. */
export const badInstants = [
  '2026-02-30', '2025-02-29', '2026-13-01', '2026-00-10', '2026-01-00', '0000-01-01', '1899-12-31', '10000-01-01', '+275760-09-13', '-0001-01-01', '2026-1-1', '20260101', '2026-001',
  '2026-02-30T00:00:00Z', '2025-02-29T00:00:00Z', '2026-13-01T00:00:00Z', '0000-01-01T00:00:00Z', '10000-01-01T00:00:00Z', '2026-01-01T00:00:00', '2026-01-01T00:00:00+25:00', '2026-01-01t00:00:00z',
  `2026-01-01T00:00:00.${'1'.repeat(30)}Z`, '2026-01-01T24:00:00Z', '2026-01-01T00:60:00Z', '2026-01-01T00:00:60Z', '2026-01-01 00:00:00Z', '2026-01-01T00:00Z', '1767225600', 'yesterday',
]
