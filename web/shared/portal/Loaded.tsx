import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { describeProblem } from '../api/describe-problem.ts'
import { isProblem } from '../api/problem.ts'
import { useText } from '../language/LanguageProvider.tsx'
import { NotFoundPage } from '../pages/NotFoundPage.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'
import { LoadingState } from '../ui/LoadingState.tsx'

export type LoadedProps<Value> = {
  query: UseQueryResult<Value>
  /** Also used for a part of a page, where an absent thing is not a missing page. */
  isPart?: boolean
  children: (value: Value) => ReactNode
}

/** One thing that a page shows: its skeleton, its failure, or the thing. What was read before stays on screen. */
export function Loaded<Value>({ query, isPart = false, children }: LoadedProps<Value>) {
  const texts = useText()
  if (query.data !== undefined) return children(query.data)
  if (!query.isError) return <LoadingState />
  const isAbsent = isProblem(query.error, 'notFound')
  if (!isPart && isAbsent) return <NotFoundPage />
  // Asking again finds an absent thing no sooner.
  return <ErrorState problem={describeProblem(query.error, texts)} {...(!isAbsent && { onRetry: () => void query.refetch() })} />
}
