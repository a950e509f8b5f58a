import { DomainError } from '../../domain/errors.ts'
import { acceptHandOver as accept, openHandOverActs } from '../../domain/hand-overs/decide.ts'
import { effectiveHandOverStatus, type HandOver } from '../../domain/hand-overs/hand-over.ts'
import { versionOfHandOver } from '../../domain/hand-overs/plan.ts'
import type { Language } from '../../language/languages.ts'
import { lockTenant } from '../../store/organization-store.ts'
import { lockGrants } from '../../store/privilege-store.ts'
import { lockActiveRelationships } from '../../store/reseller-relationship-store.ts'
import type { UseCase, Work } from '../use-case.ts'
import { beginWithTaker, endWithGiver } from './carry-out.ts'
import { type DescribedHandOver, describeHandOver } from './describe-hand-over.ts'
import { gatherHandOver } from './gather-facts.ts'
import { findOwnHandOver, lockOwnHandOver, settleHandOver } from './own-hand-over.ts'
import { handOverRefusal, requireHandOver } from './refuse.ts'

export interface HandOverAcceptance {
  readonly id: string
  /** of what the page showed: what ends and what begins */
  readonly versionShown: number
  readonly reader: Language
}

/**
 * The customer's yes. One transaction ends the present partner's relationship and rights and begins the new one's: never a gap,
 * never both. Order of the locks: the customer's own row, the relationship and its grants (as removing holds them), the partners
 * and whoever spoke for them, the hand-over.
 */
export const acceptHandOver: UseCase<HandOverAcceptance, DescribedHandOver> = {
  action: 'handOver.accept',

  async run(work, { id, versionShown, reader }) {
    const { trx, person, now } = work
    const found = await findOwnHandOver(work, id)
    requireOpen(work, found)
    const organization = await lockTenant(trx, person.tenantId)
    if (organization.isClosed) throw handOverRefusal('handOverCustomerClosed')
    const relationships = await lockActiveRelationships(trx, found.fromPartnerId!, person.tenantId)
    const grants = await lockGrants(trx, found.fromPartnerId!, person.tenantId)
    const known = await gatherHandOver(work, found, { hold: true })
    const handOver = await lockOwnHandOver(work, id)
    requireOpen(work, handOver)
    requireHandOver(known.facts)
    if (versionOfHandOver(handOver, known.plan) !== versionShown) throw new DomainError('changedMeanwhile', 'What would change is something else by now.', { reason: 'askChanged' })
    const requestsWithdrawn = await endWithGiver(work, handOver, { relationships, grants, domain: organization.primaryDomain })
    const servicesGranted = await beginWithTaker(work, handOver, { plan: known.plan, organization, signatureId: known.signatureId })
    const effect = { servicesEnded: known.plan.ends, servicesGranted, requestsWithdrawn }
    return describeHandOver(work, await settleHandOver(work, accept(handOver, person, { effect, now })), reader)
  },
}

/** Only the customer accepts, and only while it is asked. */
function requireOpen({ person, now }: Work, handOver: HandOver): void {
  if (openHandOverActs(handOver, person.tenantId, now).includes('accept')) return
  const current = effectiveHandOverStatus(handOver, now)
  throw new DomainError('invalidTransition', `Cannot accept while ${current}.`, { action: 'accept', current, allowedFrom: ['agreed'] })
}
