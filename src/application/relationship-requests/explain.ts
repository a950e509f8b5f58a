import { ruleOfReason } from '../../domain/clouds/rule-of-reason.ts'
import type { Finding } from '../../domain/relationship-requests/request-checks.ts'
import { reasonText } from '../../language/error-text.ts'
import type { Language } from '../../language/languages.ts'

export interface ExplainedReason {
  readonly reasonCode: string
  readonly reasonText: string
}

/** A code with its sentence in the reader's language. */
export function explain(language: Language, reasonCode: string): ExplainedReason {
  return { reasonCode, reasonText: reasonText(language, reasonCode) ?? reasonCode }
}

/** A finding with its sentence and the line of the cloud's manifest behind it; null where none is. */
export function explainFinding(language: Language, { reasonCode, field }: Finding): ExplainedReason & { readonly field: Finding['field']; readonly rule: string | null } {
  return { ...explain(language, reasonCode), field, rule: ruleOfReason(reasonCode) }
}
