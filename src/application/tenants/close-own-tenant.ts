import { DomainError } from '../../domain/errors.ts'
import { searchKey } from '../../domain/names/search-key.ts'
import type { Language } from '../../language/languages.ts'
import { closableTenant, type ClosableTenant, countPeople, customersInTheWay, enterWholeInstallation, partnershipsInTheWay, type PartnershipTie, type PartnerTie, tiesToEnd } from '../../store/tenant-closing-store.ts'
import { serviceName } from '../service-name.ts'
import { endHandOversOf } from '../hand-overs/end-hand-over.ts'
import { closeNow } from '../operator/close-customer.ts'
import type { UseCase, Work } from '../use-case.ts'

/** What closing one's own organization means, and what has to end before. */
export interface OwnClosure {
  readonly tenant: ClosableTenant
  readonly people: number
  /** partners with whom there is something to end, each at its own page; services by name */
  readonly partners: readonly PartnerTie[]
  /** customers of a partner; it removes them before */
  readonly customers: number
  /** as provider or reseller; removed before, each at its own page. The first of them by name */
  readonly partnerships: { readonly count: number; readonly first: readonly PartnershipTie[] }
  readonly isOperator: boolean
}

/** So many are named; the list of partnerships has all. */
const namedPartnerships = 20

/** Changes nothing. */
export const previewOwnClosure: UseCase<{ readonly language: Language }, OwnClosure> = {
  action: 'tenant.previewClosure',

  async run(work, { language }) {
    const found = await ownClosure(work, { hold: false })
    return { ...found, partners: found.partners.map((tie) => ({ ...tie, services: tie.services.map((id) => serviceName(work.manifest, id, language)) })) }
  },
}

/**
 * The organization ends, asked for by its own Global administrator: nobody of it signs in any more, links to it die, and what
 * was agreed and done stays. A relationship is ended before, by the side that may (decision 15), so that neither side is surprised.
 */
export const closeOwnTenant: UseCase<{ readonly name: string }, { readonly sessionsEnded: number }> = {
  action: 'tenant.close',

  async run(work, { name }) {
    const { tenant, partners, customers, partnerships, isOperator } = await ownClosure(work, { hold: true })
    if (isOperator) throw new DomainError('invalidTransition', 'Who runs the installation does not close it so.', { reason: 'operatorTenant' })
    if (partners.length + customers + partnerships.count > 0) throw new DomainError('invalidTransition', 'Something has to end before.', { reason: 'closureBlocked' })
    if (searchKey(name) !== searchKey(tenant.name)) throw new DomainError('invalidInput', 'This is another name.', { reason: 'closureName', field: 'name' })
    return closeNow(work, { tenant, note: null, isOwn: true })
  },
}

async function ownClosure(work: Work, how: { readonly hold: boolean }): Promise<OwnClosure> {
  const { tenantId } = work.person
  // Ties belong to two sides, and people to be counted may have been removed: read as the installation, about this tenant alone.
  await enterWholeInstallation(work.trx)
  const tenant = await closableTenant(work.trx, tenantId, how)
  // Before the customers are counted: one that is accepted at this moment came before, and counts.
  if (how.hold) await endHandOversOf(work, tenantId, 'tenantClosed')
  if (tenant.status === 'closed') throw new DomainError('invalidTransition', 'The organization is closed.', { reason: 'tenantClosedAlready' })
  const [partners, customers, partnerships, people] = await Promise.all([
    tiesToEnd(work.trx, tenantId),
    customersInTheWay(work.trx, tenantId),
    partnershipsInTheWay(work.trx, tenantId, namedPartnerships),
    countPeople(work.trx, tenantId),
  ])
  return { tenant, partners, customers, partnerships, people, isOperator: tenant.isOperator }
}
