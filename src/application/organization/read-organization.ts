import { mightAllow, roleAllows } from '../../domain/rights.ts'
import { findOrganization, type Organization } from '../../store/organization-store.ts'
import type { UseCase, Work } from '../use-case.ts'

export interface ShownOrganization extends Organization {
  readonly can: readonly string[]
}

/** One's own organization. */
export const readOrganization: UseCase<void, ShownOrganization> = {
  action: 'organization.read',
  run: (work) => showOrganization(work, work.person.tenantId),
}

/** A customer's organization on its behalf: an act under delegated admin privileges, and counted as their use [S0.4]. */
export const readCustomerOrganization: UseCase<{ readonly customerId: string }, ShownOrganization> = {
  action: 'organization.read',
  customer: ({ customerId }) => customerId,
  run: (work, { customerId }) => showOrganization(work, customerId),
}

export async function showOrganization({ trx, person }: Pick<Work, 'trx' | 'person'>, tenantId: string): Promise<ShownOrganization> {
  const organization = await findOrganization(trx, tenantId)
  const isOwn = tenantId === person.tenantId
  const mayUpdate = isOwn ? roleAllows(person.roles, 'organization.update') : mightAllow(person.roles, 'organization.update')
  return { ...organization, domains: [...new Set([organization.primaryDomain, ...organization.domains])], can: mayUpdate ? ['update'] : [] }
}
