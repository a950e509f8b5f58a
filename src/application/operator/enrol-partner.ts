import { domainName, mailAddress } from '../../domain/addresses.ts'
import { countryCode } from '../../domain/countries.ts'
import { DomainError } from '../../domain/errors.ts'
import { requireFirmDomain } from '../../domain/partners/enrolment.ts'
import { partnerKindsOf, programmeIdOf } from '../../domain/partners/partner.ts'
import { saveCheck } from '../../store/enrolment-store.ts'
import { insertPartnerProfile, type ListedPartner, lockPartner, readPartner } from '../../store/partner-store.ts'
import { listWhatIsKnown } from '../known-ties/list-known.ts'
import { mintPartnerLink } from '../partner-links/mint-partner-link.ts'
import type { UseCase, Work } from '../use-case.ts'
import { checkedTenant, foundTenant, inviteFounder, type TenantInput } from './found-tenant.ts'
import { signedOutside } from './record-outside-agreement.ts'
import { recordForOperators } from './tell-operators.ts'

export interface EnrolPartnerInput extends TenantInput {
  readonly kinds: readonly string[]
  /** may come later; so may the agreement, which then has to be signed here */
  readonly programmeId?: string | undefined
  /** of the programme id's location; the partner's own where nothing is said */
  readonly programmeCountry?: string | undefined
  /** `outside`: the contract was signed before the enrolment, as it is unless said otherwise; `portal`: a Global admin signs it in the partner portal */
  readonly agreement?: 'outside' | 'portal' | undefined
}

export interface EnrolledPartner extends ListedPartner {
  readonly adminId: string
}

/**
 * A partner joins the programme: its tenant, what it is, its partner link (decision 3) and its first Global admin, invited. The
 * customers that are known of it from elsewhere stand on its list from then on (S1.6).
 */
export const enrolPartner: UseCase<EnrolPartnerInput, EnrolledPartner> = {
  action: 'partner.enrol',

  async run(work, input) {
    const { trx, now } = work
    requireFirmDomain(domainName(input.primaryDomain), 'primaryDomain')
    requireFirmDomain(mailAddress(input.admin.mail).domain, 'admin.mail')
    const checked = checkedTenant(work, input)
    const [kinds, programmeId, id] = [partnerKindsOf(input.kinds), programmeIdWith(input, checked.country), work.newId()]
    const tenant = { ...checked, id, isCustomer: false, isOperator: false, origin: 'enrolment', createdAt: now } as const
    const adminId = await foundTenant(work, tenant, { admin: input.admin, roles: ['globalAdmin'] })
    await insertPartnerProfile(trx, { tenantId: id, kinds, programmeId, agreementSignedAt: null, at: now })
    await mintPartnerLink(work, id)
    await recordForOperators(work, { type: 'partner.enrolled', resource: { type: 'partner', id }, readers: [{ tenantId: id }], data: { kinds, cloud: checked.cloud } })
    await listWhatIsKnown(work, id)
    await recordFirstChecks(work, id, { programmeId, agreement: input.agreement ?? 'outside' })
    await inviteFounder(work, id, adminId)
    return { ...(await readPartner(trx, id)), adminId }
  },
}

function programmeIdWith({ programmeId, programmeCountry }: EnrolPartnerInput, country: string): string | null {
  if (programmeId === undefined) return null
  if (programmeCountry !== undefined && countryCode(programmeCountry) !== country) {
    throw new DomainError('invalidInput', 'The location of the programme id is in another country.', { reason: 'programmeIdOtherCountry', field: 'programmeCountry' })
  }
  return programmeIdOf(programmeId)
}

async function recordFirstChecks(work: Work, id: string, { programmeId, agreement }: { programmeId: string | null; agreement: 'outside' | 'portal' }): Promise<void> {
  const { trx, actor, now } = work
  if (programmeId !== null) await saveCheck(trx, id, 'programmeId', { at: now, byPersonId: actor.kind === 'person' ? actor.personId : null, note: null })
  if (agreement === 'outside') await signedOutside(work, await lockPartner(trx, id), null)
}
