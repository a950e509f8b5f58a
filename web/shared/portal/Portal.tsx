import { QueryClientProvider, type QueryClient } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { useEffect, useEffectEvent, useMemo, useState, type ReactNode } from 'react'
import { useSession } from '../api/session.ts'
import { LanguageProvider, useLanguage, useLocalName, useText, type LanguageProviderProps } from '../language/LanguageProvider.tsx'
import { isLanguage } from '../language/languages.ts'
import { cloudRulePath } from '../paths.ts'
import { AnnounceProvider } from '../ui/announce.tsx'
import { LinkProvider, type Follow } from '../ui/LinkProvider.tsx'
import { ThemeProvider } from '../ui/theme/ThemeProvider.tsx'
import { ToastProvider } from '../ui/Toasts.tsx'
import type { PortalRouter } from './create-portal-router.tsx'
import { PortalContext, type Dress, type PortalPlan } from './portal.ts'
import { StepUpDialog, type StepUp } from './StepUp.tsx'

export type PortalProps = {
  plan: PortalPlan
  router: PortalRouter
  queryClient: QueryClient
  stepUp: StepUp
  firstLanguage: LanguageProviderProps['first']
}

/** Everything that stands around the pages, in the order in which one needs the other. */
export function Portal({ plan, router, queryClient, stepUp, firstLanguage }: PortalProps) {
  const follow: Follow = (href, { keepsFocus = false, replace = false }) => {
    const { pathname, state } = router.state.location
    const place = (state as { place?: string }).place ?? pathname
    void router.navigate({ href, replace, state: (keepsFocus ? { place } : {}) as never, resetScroll: !keepsFocus })
  }
  return (
    <QueryClientProvider client={queryClient}>
      <SessionLanguage first={firstLanguage}>
        <Dressed plan={plan}>
          <AnnounceProvider>
            <ToastProvider>
              <LinkProvider follow={follow} ruleHref={(rule) => cloudRulePath(plan.portal, rule)}>
                <RouterProvider router={router} />
                <StepUpDialog stepUp={stepUp} />
              </LinkProvider>
            </ToastProvider>
          </AnnounceProvider>
        </Dressed>
      </SessionLanguage>
    </QueryClientProvider>
  )
}

function SessionLanguage({ first, children }: { first: LanguageProviderProps['first']; children: ReactNode }) {
  const session = useSession()
  const timeZone = session.signedIn ? session.tenant.timeZone : Intl.DateTimeFormat().resolvedOptions().timeZone
  return (
    <LanguageProvider first={first} timeZone={timeZone}>
      <ProfileLanguage wanted={session.signedIn ? session.person.language : null} />
      {children}
    </LanguageProvider>
  )
}

/** Signing in, or changing the profile elsewhere, changes the language of the page. */
function ProfileLanguage({ wanted }: { wanted: string | null }) {
  const { language, choose } = useLanguage()
  const follow = useEffectEvent((tag: string | null) => {
    if (isLanguage(tag) && tag !== language) void choose(tag)
  })
  useEffect(() => follow(wanted), [wanted])
  return null
}

function Dressed({ plan, children }: { plan: PortalPlan; children: ReactNode }) {
  const [special, dressAs] = useState<Dress | null>(null)
  const own = useOwnDress(plan)
  const dress = special ?? own
  const around = useMemo(() => ({ plan, dress, dressAs }), [plan, dress])
  return (
    <PortalContext value={around}>
      <ThemeProvider skinName={dress.skinName}>{children}</ThemeProvider>
    </PortalContext>
  )
}

/** The customer's portal wears its cloud; the partner's and the operator's are ours. The cloud names the portals. */
function useOwnDress({ portal }: PortalPlan): Dress {
  const session = useSession()
  const localName = useLocalName()
  const { t } = useText()
  const cloud = session.signedIn ? session.cloud : null
  const names = { partner: cloud?.partnerPortalName, customer: cloud?.customerPortalName, operator: undefined }
  const name = names[portal]
  const productName = name ? localName(name) : t(`shell.portal.${portal}`)
  const skinName = { partner: 'vinculo', customer: cloud?.id ?? 'public', operator: 'operator' }[portal]
  return useMemo(() => ({ skinName, productName }), [skinName, productName])
}
