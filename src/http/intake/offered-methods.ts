import type { FastifyInstance } from 'fastify'

/** Which methods an address offers, for the Allow header of a 405; none where there is no such address. */
export type OfferedMethods = (path: string) => readonly string[]

/** Listens to every route that is registered after it, the files of the portals included. */
export function offeredMethods(server: FastifyInstance): OfferedMethods {
  const offered = new Map<string, { readonly pattern: RegExp; readonly methods: Set<string> }>()
  server.addHook('onRoute', ({ method, url }) => {
    const entry = offered.get(url) ?? { pattern: patternOf(url), methods: new Set<string>() }
    offered.set(url, entry)
    for (const one of [method].flat()) entry.methods.add(one)
  })
  return (path) => {
    const methods = new Set<string>()
    for (const entry of offered.values()) if (entry.pattern.test(path)) for (const method of entry.methods) methods.add(method)
    return [...methods].sort()
  }
}

/** Parameters fill one segment; the star of a file folder fills the rest. */
function patternOf(url: string): RegExp {
  const parts = url.split(/(:\w+|\*)/)
  return new RegExp(`^${parts.map((part) => (part === '*' ? '.*' : part.startsWith(':') ? '[^/]+' : part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))).join('')}$`)
}
