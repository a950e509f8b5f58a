import { Button } from '@fluentui/react-components'
import type { ErrorComponentProps } from '@tanstack/react-router'
import { describeProblem } from '../api/describe-problem.ts'
import { isProblem } from '../api/problem.ts'
import { useText } from '../language/LanguageProvider.tsx'
import { NotFoundPage } from '../pages/NotFoundPage.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'

/** A page that failed as a whole. */
export function RouteProblem({ error, reset }: ErrorComponentProps) {
  const texts = useText()
  if (isProblem(error, 'notFound')) return <NotFoundPage />
  if (isStaleBuild(error)) {
    return <EmptyState title={texts.t('shell.newVersion')} acts={<Button appearance="primary" onClick={() => location.reload()}>{texts.t('shell.reload')}</Button>} />
  }
  return <ErrorState problem={describeProblem(error, texts)} onRetry={reset} />
}

/** After an update of the server the page's old files are gone; only a reload brings the new ones. */
function isStaleBuild(error: unknown): boolean {
  return error instanceof TypeError && /module|import/i.test(error.message)
}
