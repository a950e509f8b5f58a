import { randomUUID } from 'node:crypto'

/** A JSON schema as TypeBox makes it; only what our routes use. */
export interface Schema {
  type?: string
  const?: unknown
  anyOf?: Schema[]
  enum?: unknown[]
  format?: string
  pattern?: string
  minLength?: number
  maxLength?: number
  minimum?: number
  maximum?: number
  minItems?: number
  maxItems?: number
  uniqueItems?: boolean
  items?: Schema
  properties?: Record<string, Schema>
  required?: string[]
}

/** Texts that fit the patterns of our schemas. A pattern that is not listed fails the test that meets it. */
const texts = ['ES', 'es', '50', 'Contoso', 'contoso.example', 'ana@contoso.example', '1234567', '123456', 'a'.repeat(64), 'Europe/Madrid', 'public', '+34600000000', '#0e3232', '2026-01-01', '2026-01-01T00:00:00Z', '2026-01', 'https://login.contoso.example', 'EUR', 'LIVED-IN:ONE:HERE', 'LIVED-IN:ONE']

/** What people would write into a member of that name; taken where the schema accepts it, so that a request gets past the rules of meaning. */
const meaningful: Readonly<Record<string, unknown>> = {
  displayName: 'Ana Alba',
  companyName: 'Contoso España',
  tenantName: 'Contoso España',
  name: 'Contoso España',
  contactName: 'Ana Alba',
  mail: 'ana@contoso.example',
  contactMail: 'ana@contoso.example',
  userPrincipalName: 'ana@contoso.example',
  primaryDomain: 'contoso-sample.example',
  domain: 'contoso-sample.example',
  cloud: 'public',
  language: 'es',
  timeZone: 'Europe/Madrid',
  programmeId: '1234567',
  password: 'una frase bastante larga 42',
  currentPassword: 'una frase bastante larga 42',
  roles: ['salesAgent'],
  services: ['azure'],
}

/** A value that the schema accepts, required members only: it gets a request past validation, to the permission. */
export function sampleOf(schema: Schema): unknown {
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum[0]
  if (schema.anyOf) return sampleOf(schema.anyOf[0]!)
  switch (schema.type) {
    case 'object':
      return Object.fromEntries((schema.required ?? []).map((name) => [name, memberOf(name, schema.properties![name]!)]))
    case 'array':
      return Array.from({ length: schema.minItems ?? 0 }, () => sampleOf(schema.items!))
    case 'boolean':
      return true
    case 'integer':
    case 'number':
      return schema.minimum ?? 1
    case 'null':
      return null
    case 'string':
      return textFor(schema)
    default:
      return undefined
  }
}

function memberOf(name: string, schema: Schema): unknown {
  const value = meaningful[name]
  if (typeof value === 'string' && schema.type === 'string' && !schema.format && (!schema.pattern || new RegExp(schema.pattern, 'u').test(value)) && value.length <= (schema.maxLength ?? 1e6)) return value
  return Array.isArray(value) && schema.type === 'array' && !schema.items?.enum ? value : sampleOf(schema)
}

function textFor({ format, pattern, minLength = 0, maxLength = 10_000 }: Schema): string {
  if (format === 'id') return randomUUID()
  if (format === 'date-time') return '2026-01-01T00:00:00Z'
  if (format === 'date') return '2026-01-01'
  if (format === 'email') return 'ana@contoso.example'
  if (pattern) {
    const fitting = texts.find((text) => new RegExp(pattern, 'u').test(text) && text.length >= minLength && text.length <= maxLength)
    if (!fitting) throw new Error(`no sample fits the pattern ${pattern}`)
    return fitting
  }
  return 'Contoso'.padEnd(minLength, 'x').slice(0, Math.max(minLength, Math.min(maxLength, 7)))
}
