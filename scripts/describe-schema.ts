interface Described {
  type?: string
  const?: unknown
  enum?: readonly unknown[]
  format?: string
  pattern?: string
  description?: string
  anyOf?: readonly Described[]
  items?: Described
  properties?: Readonly<Record<string, Described>>
}

/** One line for each member of an object: its path, its type, what it means. Members of lists and objects follow, indented by their path. */
export function membersOf(schema: unknown, path = ''): string[] {
  return Object.entries((schema as Described).properties ?? {}).flatMap(([name, member]) => {
    const own = `${path}${name}`
    const inner = insideOf(member)
    return [`| \`${own}\` | ${typeOf(member)} | ${meaningOf(member)} |`, ...(inner ? membersOf(inner, `${own}${member.type === 'array' ? '[]' : ''}.`) : [])]
  })
}

function insideOf(member: Described): Described | undefined {
  const one = member.type === 'array' ? member.items! : (member.anyOf?.find(({ properties }) => properties) ?? member)
  return one.properties && Object.keys(one.properties).length > 0 ? one : undefined
}

function typeOf({ anyOf, type, enum: values, const: value, items, format, pattern }: Described): string {
  if (anyOf) return [...new Set(anyOf.map(typeOf))].join(' or ')
  if (value !== undefined) return `\`${JSON.stringify(value)}\``
  if (values) return values.map((one) => `\`${String(one)}\``).join(', ')
  if (type === 'array') return `list of ${typeOf(items!)}`
  if (format === 'id') return 'GUID'
  if (format === 'date-time') return 'instant (UTC, RFC 3339)'
  return pattern ? `text \`${pattern}\`` : type === 'string' ? 'text' : String(type)
}

function meaningOf({ description, anyOf, format }: Described): string {
  const inherited = anyOf?.map((one) => one.description).find((text) => text && !standard.test(text))
  const text = description ?? inherited ?? ''
  return format === undefined || !standard.test(text) ? text : ''
}

/** What the type column says already. */
const standard = /^(A GUID;|UTC, RFC 3339)/
