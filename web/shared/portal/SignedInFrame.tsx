import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Navigate, Outlet, useLocation, useRouter } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { api } from '../api/api.ts'
import { describeProblem } from '../api/describe-problem.ts'
import { ApiProblem } from '../api/problem.ts'
import { useSession } from '../api/session.ts'
import { useLocalName, useText } from '../language/LanguageProvider.tsx'
import { unreadQuery } from '../pages/notifications/notification-api.ts'
import { AppShell } from '../ui/AppShell.tsx'
import { useNotify } from '../ui/Toasts.tsx'
import { BrandLinks } from './BrandLinks.tsx'
import { CustomerAgreementNotice } from './CustomerAgreementNotice.tsx'
import { PartnerAgreementNotice } from './PartnerAgreementNotice.tsx'
import { PortalNotices } from './PortalNotices.tsx'
import { SessionEndNotice } from './SessionEndNotice.tsx'
import { useDoors, usePortal, type NavigationEntry } from './portal.ts'
import { useLanguageMenu } from './use-language-menu.ts'

/** The shell around every page behind the sign-in door. */
export function SignedInFrame() {
  const session = useSession()
  const { plan, dress } = usePortal()
  const doors = useDoors()
  const place = usePlace()
  const signOut = useSignOut()
  const menu = useLanguageMenu()
  const group = useNavigationGroup()
  const { t } = useText()
  const bell = useBell(place)

  if (!session.signedIn) return <BackToSignIn />
  return (
    <AppShell
      {...menu}
      brand={session.installation.branding}
      productName={dress.productName}
      homeHref={doors.home}
      tenantName={session.tenant.name}
      badge={session.installation.isDemo ? t('shell.demoBadge') : undefined}
      person={session.person}
      settingsHref={plan.settings[0]?.href}
      bell={bell}
      onSignOut={signOut}
      navigation={[group(plan.navigation), ...(plan.settings.length > 0 ? [group(plan.settings, 'settings')] : [])]}
      place={place}
      notices={
        <>
          <PartnerAgreementNotice />
          <CustomerAgreementNotice />
          <PortalNotices />
          <SessionEndNotice />
        </>
      }
    >
      <Outlet />
      <BrandLinks />
    </AppShell>
  )
}

/** Counted anew at every place one comes to. Until it is known, and where it cannot be read, the bell shows no number. */
function useBell(place: string) {
  const doors = useDoors()
  const { signedIn } = useSession()
  const unread = useQuery({ ...unreadQuery, enabled: signedIn })
  const queryClient = useQueryClient()
  useEffect(() => void queryClient.invalidateQueries({ queryKey: unreadQuery.queryKey }), [place, queryClient])
  return { href: doors.notifications, count: unread.data?.count ?? 0, isMore: unread.data?.isMore ?? false }
}

/** Moves with the address, except where a link asked to keep the focus. */
function usePlace(): string {
  return useLocation({
    select: ({ pathname, state }) => (state as { place?: string }).place ?? pathname,
  })
}

function useNavigationGroup() {
  const { plan } = usePortal()
  const { t } = useText()
  const localName = useLocalName()
  const session = useSession()
  const pathname = useLocation({ select: (location) => location.pathname })

  // The longest that fits: the start page of a portal stands above all its other pages.
  const fitting = [...plan.navigation, ...plan.settings].map(({ href }) => href).filter((href) => pathname === href || pathname.startsWith(`${href}/`))
  const current = fitting.sort((one, other) => other.length - one.length)[0]
  return (entries: readonly NavigationEntry[], heading?: 'settings') => ({
    ...(heading && { label: t('shell.settings') }),
    items: entries.filter(({ isFor }) => !isFor || (session.signedIn && isFor(session))).map(({ label, href, icon }) => ({
      label: typeof label === 'string' ? t(label as 'shell.settings') : session.signedIn ? localName(label(session)) : '',
      href,
      icon,
      isCurrent: href === current,
    })),
  })
}

/** The session has ended: pages of a signed-in person are not drawn any more. */
function BackToSignIn() {
  const doors = useDoors()
  const router = useRouter()
  // Read once: the address changes while this is still on the page.
  const [{ pathname, searchStr }] = useState(() => router.state.location)
  const returnTo = `${pathname}${searchStr}`
  // Whoever switched the account is on the way already, and knows where to come back to.
  if (pathname === doors.signIn) return null
  return <Navigate to={doors.signIn} search={{ returnTo, ended: '1' } as never} replace />
}

/** Ends with a page loaded anew: nothing that was read stays in memory for the next person at this screen. */
function useSignOut(): () => Promise<void> {
  const doors = useDoors()
  const notify = useNotify()
  const texts = useText()
  return async () => {
    try {
      await api.delete('/session', { whenSignedOut: 'throw' })
    } catch (error) {
      // Saying "signed out" while the session lives on would be the worse answer.
      if (!(error instanceof ApiProblem && error.status === 401)) {
        const { title, detail } = describeProblem(error, texts)
        return notify.failed(title, detail)
      }
    }
    location.assign(doors.signIn)
  }
}
