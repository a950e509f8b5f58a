import { isOnlyIndirectReseller } from '../../domain/relationship-requests/link-claims.ts'
import type { Action } from '../../domain/permissions.ts'
import { decide, type Verdict } from '../../domain/rights.ts'
import type { Work } from '../use-case.ts'

/** Asks the one place where rights are judged what this person may do with that customer, by what the transaction holds. */
export function verdictOn({ person, held, manifest }: Work, customerId: string, action: Action): Verdict {
  return decide(person, action, customerId, {
    ...(held?.partnerStatus && { partner: { status: held.partnerStatus, inDebt: held.inDebt, hasSigned: held.hasSigned } }),
    roleDenials: manifest.roleDenials,
    debtBlocksRequests: manifest.debtBlocksRequests,
    relationship: held?.relationship ?? 'none',
    privilegedServices: held?.privilegedServices ?? [],
  })
}

/** In some programmes the provider removes an indirect reseller's customers (decision 8, S1.44-47). */
export function isRemovedThroughProvider({ manifest, person }: Work): boolean {
  return !manifest.indirectResellerMayRemove && isOnlyIndirectReseller(person.partnerKinds)
}
