import { createRoot, type Root } from 'react-dom/client'
import { connectApi } from '../api/api.ts'
import { createQueryClient } from '../api/query-client.ts'
import { noteReachability } from '../api/reachability.ts'
import { renewEverything, sessionQuery } from '../api/session.ts'
import { LanguageProvider, savedLanguage } from '../language/LanguageProvider.tsx'
import { chooseLanguage, languages, type Language } from '../language/languages.ts'
import { ThemeProvider } from '../ui/theme/ThemeProvider.tsx'
import { createPortalRouter } from './create-portal-router.tsx'
import { forgetStepUpUnlessReturning } from './outside-step-up.ts'
import { Portal } from './Portal.tsx'
import type { PortalPlan } from './portal.ts'
import { StartFailed } from './StartFailed.tsx'
import { createStepUp } from './StepUp.tsx'

/** Connects, asks who is there, loads the reader's language, and only then draws. */
export async function startPortal(plan: PortalPlan): Promise<void> {
  forgetStepUpUnlessReturning()
  const queryClient = createQueryClient()
  const stepUp = createStepUp()
  const router = createPortalRouter(plan, queryClient)

  connectApi({
    origin: '',
    portal: plan.portal,
    language: () => document.documentElement.lang,
    csrfToken: () => queryClient.getQueryData(sessionQuery.queryKey)?.csrfToken ?? null,
    renewSession: async () => void (await queryClient.fetchQuery({ ...sessionQuery, staleTime: 0 })),
    onSignedOut: () => void leave(),
    onStepUp: stepUp.ask,
    onReachable: noteReachability,
  })

  // The frame of signed-in pages leads to the sign-in page as soon as it learns that nobody is signed in.
  let isLeaving = false
  const leave = async (): Promise<void> => {
    if (isLeaving) return
    isLeaving = true
    await renewEverything(queryClient).catch(() => undefined)
    isLeaving = false
  }

  const drawing = createRoot(document.getElementById('portal')!)
  const guess = chooseLanguage({ saved: savedLanguage(), browser: navigator.languages })
  document.documentElement.lang = guess

  const session = await queryClient.fetchQuery(sessionQuery).catch((error: unknown) => void showFailure(drawing, guess, error))
  if (!session) return
  const profile = session.signedIn ? session.person.language : null
  const language = chooseLanguage({ profile, saved: savedLanguage(), browser: navigator.languages })
  const firstLanguage = { language, catalogue: await languages[language].load() }
  drawing.render(<Portal {...{ plan, router, queryClient, stepUp, firstLanguage }} />)
}

async function showFailure(drawing: Root, language: Language, error: unknown): Promise<void> {
  const catalogue = await languages[language].load()
  drawing.render(
    <LanguageProvider first={{ language, catalogue }} timeZone="UTC">
      <ThemeProvider skinName="vinculo">
        <StartFailed error={error} />
      </ThemeProvider>
    </LanguageProvider>,
  )
}
