import { partnerKindsOf, programmeIdOf } from '../../domain/partners/partner.ts'
import { insertPartnerProfile, type ListedPartner, readPartner } from '../../store/partner-store.ts'
import { mintPartnerLink } from '../partner-links/mint-partner-link.ts'
import type { UseCase } from '../use-case.ts'
import { checkedTenant, foundTenant, inviteFounder, type TenantInput } from './found-tenant.ts'
import { recordForOperators } from './tell-operators.ts'

export interface EnrolPartnerInput extends TenantInput {
  readonly kinds: readonly string[]
  readonly programmeId: string
}

export interface EnrolledPartner extends ListedPartner {
  readonly adminId: string
}

/** A partner joins the programme: its tenant, what it is, its partner link (decision 3) and its first Global admin, invited. */
export const enrolPartner: UseCase<EnrolPartnerInput, EnrolledPartner> = {
  action: 'partner.enrol',

  async run(work, input) {
    const { trx, now } = work
    const checked = checkedTenant(work, input)
    const [kinds, programmeId, id] = [partnerKindsOf(input.kinds), programmeIdOf(input.programmeId), work.newId()]
    const tenant = { ...checked, id, isCustomer: false, isOperator: false, origin: 'enrolment', createdAt: now } as const
    const adminId = await foundTenant(work, tenant, { admin: input.admin, roles: ['globalAdmin'] })
    await insertPartnerProfile(trx, { tenantId: id, kinds, programmeId, at: now })
    await mintPartnerLink(work, id)
    await recordForOperators(work, { type: 'partner.enrolled', resource: { type: 'partner', id }, readers: [{ tenantId: id }], data: { kinds, cloud: checked.cloud } })
    await inviteFounder(work, id, adminId)
    return { ...(await readPartner(trx, id)), adminId }
  },
}
