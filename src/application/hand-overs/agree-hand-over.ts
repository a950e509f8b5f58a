import { DomainError } from '../../domain/errors.ts'
import { type AgreedCustomer, agreeHandOver as agree, openHandOverActs } from '../../domain/hand-overs/decide.ts'
import { effectiveHandOverStatus, type HandOver, isGiven } from '../../domain/hand-overs/hand-over.ts'
import { privilegesRefusal, servicesTaken } from '../../domain/hand-overs/plan.ts'
import type { Language } from '../../language/languages.ts'
import { lockActiveRelationships } from '../../store/reseller-relationship-store.ts'
import type { UseCase, Work } from '../use-case.ts'
import { customerToGive, expireLateHandOver } from './customer-to-give.ts'
import { type DescribedHandOver, describeHandOver } from './describe-hand-over.ts'
import { gatherHandOver } from './gather-facts.ts'
import { findOwnHandOver, lockOwnHandOver, settleHandOver } from './own-hand-over.ts'
import { handOverRefusal, requireHandOver } from './refuse.ts'

export interface HandOverAgreement {
  readonly id: string
  /** of the new partner: whether it asks admin privileges; nothing to the present one */
  readonly askPrivileges?: boolean | undefined
  readonly reader: Language
}

/** The other partner's yes, judged anew. What it read cannot have changed: a proposal never does, it only ends. Order of the locks as in removing: the relationship, the partners, the hand-over. */
export const agreeHandOver: UseCase<HandOverAgreement, DescribedHandOver> = {
  action: 'handOver.agree',

  async run(work, { id, askPrivileges, reader }) {
    const { person, now } = work
    const found = await findOwnHandOver(work, id)
    requireOpenTo(work, found)
    const customer = isGiven(found) ? disclosed(found) : await ownCustomer(work, found)
    const { facts } = await gatherHandOver(work, found, { hold: true })
    const handOver = await lockOwnHandOver(work, id)
    requireOpenTo(work, handOver)
    requireHandOver(facts)
    const services = isGiven(handOver) ? taken(work, askPrivileges) : handOver.services
    return describeHandOver(work, await settleHandOver(work, agree(handOver, person, { customer, services, now })), reader)
  },
}

/** Only the other partner agrees, and only while it is asked. */
function requireOpenTo({ person, now }: Work, handOver: HandOver): void {
  if (openHandOverActs(handOver, person.tenantId, now).includes('agree')) return
  const current = effectiveHandOverStatus(handOver, now)
  throw new DomainError('invalidTransition', `Cannot agree while ${current}.`, { action: 'agree', current, allowedFrom: ['proposed'] })
}

function disclosed({ customerId, customerName, customerCountry }: HandOver): AgreedCustomer {
  return { customerId: customerId!, customerName: customerName!, customerCountry: customerCountry! }
}

/** The present partner looks up its own customer by the domain that the new one named; the relationship is held. */
async function ownCustomer(work: Work, { customerDomain }: HandOver): Promise<AgreedCustomer> {
  const given = await customerToGive(work, { domain: customerDomain })
  const related = given ? await lockActiveRelationships(work.trx, work.person.tenantId, given.account.customerId) : []
  if (!given || related.length === 0) throw handOverRefusal('handOverNotRelated')
  await expireLateHandOver(work, given.account.customerId)
  const { customerId, companyName: customerName, country: customerCountry } = given.account
  return { customerId, customerName, customerCountry }
}

function taken({ manifest, person }: Work, askPrivileges: boolean | undefined): readonly string[] {
  const refused = privilegesRefusal(manifest, askPrivileges)
  if (refused) throw handOverRefusal(refused)
  return servicesTaken(manifest, person.partnerKinds, askPrivileges)
}
