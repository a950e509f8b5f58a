import type { Segment } from '../../domain/catalogue/catalogue.ts'
import { DomainError } from '../../domain/errors.ts'
import { setSegment } from '../../store/created-customer-store.ts'
import { closableTenant, enterWholeInstallation } from '../../store/tenant-closing-store.ts'
import type { UseCase } from '../use-case.ts'
import { tenantIdNamed } from './find-partner.ts'
import { recordForOperators } from './tell-operators.ts'

export interface SegmentSet {
  readonly id: string
  readonly name: string
  readonly segment: Segment | null
}

/**
 * Says whom a customer is in the eyes of the programme, and so which availabilities it is offered; null as its cloud usually
 * has it. What it has already keeps what it was bought under.
 */
export const setCustomerSegment: UseCase<{ readonly which: string; readonly segment: Segment | null }, SegmentSet> = {
  action: 'customerTenant.setSegment',

  async run(work, { which, segment }) {
    await enterWholeInstallation(work.trx)
    const tenant = await closableTenant(work.trx, await tenantIdNamed(work, which), { hold: true })
    if (!tenant.isCustomer || tenant.status === 'closed') throw new DomainError('invalidTransition', 'Only an open customer has a segment.', { reason: 'segmentOfCustomers', action: 'setSegment', current: tenant.status, allowedFrom: ['active'] })
    const before = await setSegment(work.trx, tenant.id, segment)
    if (before !== segment) await recordForOperators(work, { type: 'tenant.segmentSet', resource: { type: 'tenant', id: tenant.id }, readers: [{ tenantId: tenant.id }], data: { from: before, to: segment } })
    return { id: tenant.id, name: tenant.name, segment }
  },
}
