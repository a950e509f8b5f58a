import { type Finding, countriesToAsk, requestProblems, requestWarnings, servicesAsked } from '../../domain/relationship-requests/request-checks.ts'
import type { Language } from '../../language/languages.ts'
import type { UseCase } from '../use-case.ts'
import { explain, explainFinding } from './explain.ts'
import { gatherFacts, type GatheredFacts } from './gather-facts.ts'
import type { RequestWish } from './request-input.ts'

export type RequestCheck = ReturnType<typeof describeCheck>

/** What would happen if the request were made now; changes nothing. The same rules are asked again when it is (decision 2). */
export const checkRelationshipRequest: UseCase<{ readonly wish: RequestWish; readonly reader: Language }, RequestCheck> = {
  action: 'relationshipRequest.check',

  async run(work, { wish, reader }) {
    return describeCheck(await gatherFacts(work, wish), reader)
  },
}

function describeCheck(facts: GatheredFacts, reader: Language) {
  const { manifest, known } = facts
  const problems = requestProblems(facts)
  return {
    possible: problems.length === 0,
    problems: problems.map((finding: Finding) => explainFinding(reader, finding)),
    warnings: requestWarnings(facts).map((finding) => explainFinding(reader, finding)),
    linkKind: manifest.requestKinds[0]!,
    linkKinds: manifest.requestKinds,
    privileges: {
      rule: manifest.privileges,
      asked: servicesAsked({ ...facts, askPrivileges: manifest.privileges === 'optionalOn' ? facts.askPrivileges : undefined }).length > 0,
      canChoose: manifest.privileges === 'optionalOn' && facts.kind === 'establish' && facts.secondPartnerId === null,
      services: servicesAsked({ ...facts, kind: facts.kind, askPrivileges: true }),
      explanation: explain(reader, privilegesExplanation(facts)).reasonText,
    },
    languages: manifest.draftLanguages,
    language: facts.suggestedLanguage,
    validityDays: manifest.requestValidityDays,
    /** where this partner may have customers in its cloud */
    countries: countriesToAsk(facts),
    customer: known
      ? {
          customerId: known.customerId,
          companyName: known.companyName,
          primaryDomain: known.domain,
          country: known.country,
          isRelated: known.relationship === 'active',
          privilegedServices: known.privilegedServices,
        }
      : null,
  }
}

function privilegesExplanation({ manifest, kind, secondPartnerId }: GatheredFacts): string {
  if (secondPartnerId !== null) return 'jointAsksPrivileges'
  if (kind === 'restorePrivileges') return 'privilegesRestored'
  return { forced: 'privilegesForcedByCloud', alwaysAdded: 'privilegesAddedByCloud', optionalOn: 'privilegesOptional' }[manifest.privileges]
}
