import { relationshipWith } from '../../domain/customers/customer-account.ts'
import { DomainError } from '../../domain/errors.ts'
import { handOverPlan } from '../../domain/hand-overs/plan.ts'
import { type HandOverFacts, handOverProblems } from '../../domain/hand-overs/verdict.ts'
import type { Language } from '../../language/languages.ts'
import { grantsBetween } from '../../store/privilege-store.ts'
import { holdStanding } from '../../store/rights-store.ts'
import { requirePartner } from '../relationship-requests/gather-facts.ts'
import type { UseCase, Work } from '../use-case.ts'
import { type CustomerToGive, customerToGive } from './customer-to-give.ts'
import { hasThingsOpen } from './gather-facts.ts'
import { describeProblems, type HandOverPreview, previewFor } from './hand-over-preview.ts'

export interface GivingPreview {
  readonly customer: { readonly id: string; readonly name: string; readonly domain: string; readonly country: string }
  readonly problems: ReturnType<typeof describeProblems>
  readonly preview: HandOverPreview
}

/** What handing this customer over would end for its present partner, and what stands in the way; changes nothing. */
export const previewGiving: UseCase<{ readonly customerId: string; readonly reader: Language }, GivingPreview> = {
  action: 'handOver.preview',
  customer: ({ customerId }) => customerId,

  async run(work, { customerId, reader }) {
    requirePartner(work)
    const given = await customerToGive(work, { id: customerId })
    if (!given || given.account.endedAt !== null) throw new DomainError('notFound', 'No such customer on the list.')
    const { account } = given
    const held = (await grantsBetween(work.trx, work.person.tenantId, customerId)).map(({ service }) => service)
    const plan = handOverPlan(work.manifest, { kinds: [], services: [] }, { held, heldByTaker: [], takerChannels: [] })
    return {
      customer: { id: customerId, name: account.companyName, domain: account.primaryDomain, country: account.country },
      problems: describeProblems(handOverProblems(await giverFacts(work, given)), reader),
      preview: previewFor(work, { side: 'from', plan, names: { from: work.person.tenantName, to: null, customer: account.companyName }, servicesAreKnown: false, agreement: null, answering: null }, reader),
    }
  },
}

/** The present partner's own part: nothing is known yet of whoever takes the customer over. */
export async function giverFacts(work: Work, { account, hasOpenHandOver }: CustomerToGive): Promise<HandOverFacts> {
  const { trx, person, manifest } = work
  const { partnerStatus, hasSigned, inDebt } = await holdStanding(trx, person.tenantId)
  return {
    manifest,
    from: { id: person.tenantId, country: person.country, kinds: person.partnerKinds, isActive: partnerStatus === 'active', hasSigned, inDebt, mayStill: true },
    to: null,
    customer: { id: account.customerId, country: account.country, isClosed: account.customerClosedAt !== null },
    isRelated: relationshipWith(account) === 'active',
    hasThingsOpen: await hasThingsOpen(work, person.tenantId, account.customerId),
    isOpenElsewhere: hasOpenHandOver,
    services: [],
    own: null,
  }
}
