import { sampleOf, type Schema } from './sample-input.ts'

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
export type Chance = () => number

export function chanceOf(seed: number): Chance {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

export const oneOf = <Value>(chance: Chance, values: readonly Value[]): Value => values[Math.floor(chance() * values.length)]!

/** Texts on which programs have broken before. */
const known = [
  '', ' ', '0', '-1', 'null', 'undefined', 'NaN', 'true', "'", '"', '\\', '%', '%00', '%s', '${7*7}', '{{7*7}}', '<script>alert(1)</script>', "' or 1=1 --", '\'; drop table tenants; --', '../../etc/passwd', '\\\\?\\C:\\', 'a\u0301', '\u202e',
  '\u200b', '\ufeff', '\ufffd', '\uffff', '\u{10ffff}', '\u{1f468}\u200d\u{1f469}\u200d\u{1f467}', 'İ', 'ß', 'ﬁ', 'Ω', '中文', 'שלום', '1e309', '9999999999999999999999', '2026-02-30', '0000-00-00', '__proto__', 'constructor', 'toString', '{}', '[]',
  'a@b', 'a@b.example', '"a b"@c.example', 'xn--', 'xn--a', '١٢٣', '\n', '\t', '\r\n', '=cmd()', '(?:a+)+$', '*', '?', '#', '&', '\\u0000', 'http://127.0.0.1', 'javascript:alert(1)', 'x'.repeat(300),
]

/** Something that the schema accepts, with other words, sizes and optional members each time. */
export function valueFor(schema: Schema, chance: Chance, ids: readonly string[]): unknown {
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return oneOf(chance, schema.enum)
  if (schema.anyOf) return valueFor(oneOf(chance, schema.anyOf), chance, ids)
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {})
          .filter(([name]) => schema.required?.includes(name) || chance() < 0.4)
          .map(([name, member]) => [name, meantOr(chance, schema, name) ?? valueFor(member, chance, ids)]),
      )
    case 'array':
      return distinct(Array.from({ length: (schema.minItems ?? 0) + Math.floor(chance() * Math.min(4, (schema.maxItems ?? 4) - (schema.minItems ?? 0) + 1)) }, () => valueFor(schema.items!, chance, ids)), schema)
    case 'boolean':
      return chance() < 0.5
    case 'integer':
      return oneOf(chance, [schema.minimum ?? 0, schema.maximum ?? 100, Math.floor((schema.minimum ?? 0) + chance() * 50)])
    case 'string':
      return textFor(schema, chance, ids)
    default:
      return null
  }
}

/** Half of the members say what people would say, so that some requests come all the way. */
function meantOr(chance: Chance, schema: Schema, name: string): unknown {
  if (chance() < 0.5) return undefined
  return (sampleOf({ type: 'object', properties: { [name]: schema.properties![name]! }, required: [name] }) as Record<string, unknown>)[name]
}

function distinct(items: unknown[], { uniqueItems }: Schema): unknown[] {
  return uniqueItems ? [...new Map(items.map((item) => [JSON.stringify(item), item])).values()] : items
}

function textFor(schema: Schema, chance: Chance, ids: readonly string[]): string {
  const { format, pattern, minLength = 0, maxLength = 200 } = schema
  if (format === 'id') return oneOf(chance, ids)
  if (format || pattern) return sampleOf(schema) as string
  const text = chance() < 0.5 ? oneOf(chance, known) : Array.from({ length: Math.floor(chance() * 20) }, () => letter(chance)).join('')
  // JSON Schema counts code points.
  return [...text.replaceAll('\u0000', ' ').padEnd(minLength, 'x')].slice(0, maxLength).join('')
}

function letter(chance: Chance): string {
  const point = oneOf(chance, [32 + Math.floor(chance() * 95), 160 + Math.floor(chance() * 700), 0x400 + Math.floor(chance() * 0x2000), 0x1f300 + Math.floor(chance() * 700), 1 + Math.floor(chance() * 31)])
  return String.fromCodePoint(point)
}

/** The same with one thing changed at random: another type, another member, another text, something gone or doubled. */
export function mutated(value: unknown, chance: Chance): unknown {
  if (Array.isArray(value) && value.length > 0 && chance() < 0.7) {
    const at = Math.floor(chance() * value.length)
    return value.map((item, index) => (index === at ? mutated(item, chance) : item))
  }
  if (value !== null && typeof value === 'object' && !Array.isArray(value) && Object.keys(value).length > 0 && chance() < 0.85) {
    const name = oneOf(chance, Object.keys(value))
    const entries = Object.entries(value)
    const act = chance()
    if (act < 0.1) return Object.fromEntries(entries.filter(([one]) => one !== name))
    if (act < 0.2) return { ...value, [oneOf(chance, known.slice(1))]: 1 }
    return Object.fromEntries(entries.map(([one, inner]) => [one, one === name ? mutated(inner, chance) : inner]))
  }
  return oneOf<unknown>(chance, [...known, null, true, 0, -1, 1.5, 1e21, 2 ** 31, [], {}, [[]], { a: { b: [] } }, Array.from({ length: 50 }, () => 'x')])
}
