import { decide } from '../../domain/rights.ts'
import { type Action } from '../../domain/permissions.ts'
import { holdStanding } from '../../store/rights-store.ts'
import type { Work } from '../use-case.ts'

/** Asks the one place where rights are judged whether this person may do that in its own tenant now; for the buttons. */
export type MayDo = (action: Action) => boolean

export async function rightsInOwnTenant({ trx, person, manifest }: Work): Promise<MayDo> {
  const { partnerStatus, inDebt, hasSigned } = await holdStanding(trx, person.tenantId)
  const facts = {
    ...(partnerStatus && { partner: { status: partnerStatus, inDebt, hasSigned } }),
    roleDenials: manifest.roleDenials,
    debtBlocksRequests: manifest.debtBlocksRequests,
  }
  return (action) => decide(person, action, person.tenantId, facts).allowed
}
