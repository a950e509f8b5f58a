import { describeProblem } from '../api/describe-problem.ts'
import { useText } from '../language/LanguageProvider.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'

/** The server did not answer even the first question. */
export function StartFailed({ error }: { error: unknown }) {
  const texts = useText()
  return (
    <main>
      <ErrorState problem={describeProblem(error, texts)} onRetry={() => location.reload()} />
    </main>
  )
}
