import { permissionOf, type Action } from '../../src/domain/permissions.ts'
import { mightAllow, roleAllows } from '../../src/domain/rights.ts'
import { type AssignableRole, customerRoles, partnerRoles } from '../../src/domain/roles.ts'
import type { AnyRoute } from '../../src/http/route.ts'
import { sampleOf } from './sample-input.ts'
import { anOperator, type TestPerson, type TestTenant } from './world.ts'

/** Parameters that an entry cannot do without although its schema lets them be: it says so after what it does not know. */
const mandatory: Readonly<Record<string, Record<string, string>>> = { '/domain-availability': { prefix: 'contoso' } }

/** A request that the entry's schemas accept; what is given replaces a part of it. */
export function requestTo(entry: AnyRoute, given: { params?: Record<string, string>; query?: Record<string, string>; body?: unknown } = {}) {
  const params = { ...(entry.params ? (sampleOf(entry.params) as Record<string, string>) : {}), ...given.params }
  const query = new URLSearchParams(given.query ?? mandatory[entry.path] ?? (entry.query ? (sampleOf(entry.query) as Record<string, string>) : {}))
  const path = entry.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name]!)) + (query.size > 0 ? `?${query}` : '')
  return { path, ...(hasBody(entry) && { body: given.body ?? (entry.body ? sampleOf(entry.body) : {}) }), ...(entry.form && formOf(sampleOf(entry.body))), ...(entry.ifMatch && { version: 1 }) }
}

/** Of JSON. */
export const hasBody = ({ method, form }: AnyRoute) => method !== 'GET' && method !== 'DELETE' && !form

export function formOf(members: unknown) {
  const pairs = Object.entries(members ?? {}).map(([name, value]) => [name, String(value)])
  return { raw: new URLSearchParams(pairs).toString(), headers: { 'content-type': 'application/x-www-form-urlencoded' } }
}

export const actionOf = (entry: AnyRoute) => entry.useCase.action as Action

export const isOpenToVisitors = (entry: AnyRoute) => (permissionOf(actionOf(entry)).roles as readonly string[]).includes('visitor')

/** One person for each role, of one partner, one customer and the operator. */
export type Cast = ReadonlyMap<AssignableRole, TestPerson>

export async function castOf(partner: TestTenant, customer: TestTenant, operator?: TestPerson): Promise<Cast> {
  const cast = new Map<AssignableRole, TestPerson>()
  for (const role of partnerRoles) cast.set(role, await partner.person(role))
  for (const role of customerRoles) cast.set(role, await customer.person(role))
  cast.set('operator', operator ?? (await anOperator()))
  return cast
}

/** The least needed to come past the role table: null where a visitor may. Sign-in pages are asked as a visitor asks them. */
export function someoneAllowed(entry: AnyRoute, cast: Cast): TestPerson | null {
  if (isOpenToVisitors(entry)) return null
  // A partner's people act in an organization only where it is a customer's.
  const allows = entry.path.startsWith('/customers/') ? mightAllow : roleAllows
  for (const [role, person] of cast) if (allows([role], actionOf(entry))) return person
  throw new Error(`nobody may ${actionOf(entry)}`)
}
