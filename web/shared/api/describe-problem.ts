import type { Texts } from '../language/translate.ts'
import type { ProblemView } from '../ui/problem-view.ts'
import { ApiProblem, NetworkFailure } from './problem.ts'

/** A failure in the reader's words. The server's own words come first: they are already in the reader's language. */
export function describeProblem(error: unknown, { t }: Texts): ProblemView {
  if (error instanceof NetworkFailure) return { title: t('problem.network'), detail: t('problem.networkDetail') }
  if (error instanceof ApiProblem && error.code === 'unreadable') return { title: t('problem.title'), detail: t('problem.unreadable') }
  if (!(error instanceof ApiProblem)) return { title: t('problem.unexpected'), detail: t('problem.unexpectedDetail') }
  const { code, traceId, detail, details } = error
  const rule = typeof details.rule === 'string' ? details.rule : undefined
  return { title: detail ? error.title : t('problem.unexpected'), detail: detail ?? t('problem.unexpectedDetail'), code, traceId, rule }
}
