import { describeProblem } from '../api/describe-problem.ts'
import type { Texts } from '../language/translate.ts'
import type { ProblemView } from '../ui/problem-view.ts'
import { PasskeyFailure } from './platform.ts'

/** Like `describeProblem`, with the browser's own refusals. */
export function describeFailure(error: unknown, texts: Texts): ProblemView {
  if (!(error instanceof PasskeyFailure)) return describeProblem(error, texts)
  return { title: texts.t('passkeys.failed'), detail: texts.t(`passkeys.failed.${error.reason}`) }
}
