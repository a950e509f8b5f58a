import { DomainError } from '../../domain/errors.ts'
import type { Language } from '../../language/languages.ts'
import { partnerFacts } from '../../store/partner-facts-store.ts'
import type { UseCase, Work } from '../use-case.ts'
import { type CustomerTies, describePartners, type PartnerRelationship, tiesFor } from './describe-partners.ts'

export interface OnePartner {
  readonly partnerId: string
  readonly language: Language
}

/** One partner of the customer, past ones too; any other is not there. */
export const readPartnerRelationship: UseCase<OnePartner, PartnerRelationship> = {
  action: 'partnerRelationship.list',

  async run(work, { partnerId, language }) {
    const ties = await tiesFor(work)
    requireTie(ties, partnerId)
    const [described] = await describePartners(work, await partnerFacts(work.trx, [partnerId]), ties, language)
    return described!
  },
}

/** Only those with whom there is or was something are visible at all (decision 11). */
export function requireTie({ relationships, grants }: CustomerTies, partnerId: string): void {
  if ([...relationships, ...grants].some((tie) => tie.partnerId === partnerId)) return
  throw new DomainError('notFound', 'No such partner.')
}

/** The partner's public facts, where the customer has or had it. */
export async function requirePartner(work: Work, partnerId: string) {
  const ties = await tiesFor(work)
  requireTie(ties, partnerId)
  const [partner] = await partnerFacts(work.trx, [partnerId])
  return { partner: partner!, ties }
}
