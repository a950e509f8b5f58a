import { saveOrganization } from '../../store/organization-store.ts'
import { bothSides } from '../invitations/carry-out.ts'
import type { UseCase } from '../use-case.ts'
import { changeOf, type OrganizationWish } from './organization-change.ts'
import { showOrganization, type ShownOrganization } from './read-organization.ts'

/** Contact and language of one's own organization. */
export const updateOrganization: UseCase<OrganizationWish, ShownOrganization> = {
  action: 'organization.update',

  async run(work, wish) {
    const { tenantId } = work.person
    const change = changeOf(wish)
    await saveOrganization(work.trx, tenantId, wish.version, change)
    await work.record({
      type: 'organization.updated',
      resource: { type: 'tenant', id: tenantId },
      readers: [{ tenantId }],
      data: { changed: Object.keys(change) },
      through: 'role',
    })
    return showOrganization(work, tenantId)
  },
}

/**
 * The same on behalf of a customer, under delegated admin privileges. They are held until it has committed, so a removal
 * waits for it or stops it (rule R10); both sides read who did it and under which right (reliability A.3 F5).
 */
export const updateCustomerOrganization: UseCase<OrganizationWish & { readonly customerId: string }, ShownOrganization> = {
  action: 'organization.update',
  customer: ({ customerId }) => customerId,

  async run(work, { customerId, ...wish }) {
    const { trx, person, held } = work
    const change = changeOf(wish)
    await saveOrganization(trx, customerId, wish.version, change)
    const readers = bothSides(person.tenantId, customerId)
    const resource = { type: 'tenant', id: customerId } as const
    await work.record({ type: 'organization.updated', resource, readers, data: { changed: Object.keys(change) }, through: 'privileges' })
    await work.record({ type: 'privileges.used', resource, readers, data: { action: 'organization.update', services: held?.privilegedServices ?? [] }, through: 'privileges' })
    return showOrganization(work, customerId)
  },
}
