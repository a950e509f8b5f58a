import { DomainError } from '../../domain/errors.ts'
import { type HandOverFacts, handOverProblems, type HandOverReason } from '../../domain/hand-overs/verdict.ts'
import { ruleOfReason } from '../../domain/clouds/rule-of-reason.ts'

/** Throws the first thing in the way with its reason; the page shows them all before. */
export function requireHandOver(facts: HandOverFacts): void {
  const [first] = handOverProblems(facts)
  if (first) throw handOverRefusal(first)
}

export function handOverRefusal(reason: HandOverReason | 'privilegesForcedByCloud' | 'privilegesAddedByCloud'): DomainError {
  const rule = ruleOfReason(reason)
  return new DomainError(reason === 'handOverWrongRole' ? 'notAllowed' : 'handOverNotPossible', `The hand-over is not possible: ${reason}.`, { reason, ...(rule && { rule }) })
}
