import type { QueryClient } from '@tanstack/react-query'
import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect, type AnyRoute } from '@tanstack/react-router'
import { sessionQuery } from '../api/session.ts'
import { paths } from '../paths.ts'
import { NotFoundPage } from '../pages/NotFoundPage.tsx'
import { LoadingState } from '../ui/LoadingState.tsx'
import { OpenFrame } from './OpenFrame.tsx'
import type { PortalPage, PortalPlan } from './portal.ts'
import { RouteProblem } from './RouteProblem.tsx'
import { SignedInFrame } from './SignedInFrame.tsx'
import { VisitorFrame } from './VisitorFrame.tsx'

/** The routes of one portal: three frames (signed in, open, visitor) around its pages. */
export function createPortalRouter(plan: PortalPlan, queryClient: QueryClient) {
  const doors = paths[plan.portal]
  const root = createRootRoute()

  const signedIn = createRoute({
    getParentRoute: () => root,
    id: 'signed-in',
    component: SignedInFrame,
    beforeLoad: async ({ location }) => {
      const session = await queryClient.ensureQueryData(sessionQuery)
      if (session.signedIn) return
      const isSetUpMissing = plan.portal === 'operator' && !session.installation.isSetUp
      if (isSetUpMissing) throw redirect({ to: paths.operator.setUp, replace: true })
      const returnTo = `${location.pathname}${location.searchStr}`
      throw redirect({ to: doors.signIn, search: (returnTo === doors.home ? {} : { returnTo }) as never, replace: true })
    },
  })
  const open = createRoute({ getParentRoute: () => root, id: 'open', component: OpenFrame })
  const visitor = createRoute({ getParentRoute: () => root, id: 'visitor', component: VisitorFrame })

  const home = createRoute({
    getParentRoute: () => root,
    path: doors.home,
    beforeLoad: () => {
      if (plan.start !== doors.home) throw redirect({ to: plan.start, replace: true })
    },
  })
  const nowhere = createRoute({ getParentRoute: () => open, path: '$', component: NotFoundPage })
  const isHomeTaken = plan.start === doors.home

  return createRouter({
    routeTree: root.addChildren([
      signedIn.addChildren(plan.signedIn.map((page) => routeOf(page, signedIn))),
      open.addChildren([...plan.open.map((page) => routeOf(page, open)), nowhere]),
      visitor.addChildren(plan.visitor.map((page) => routeOf(page, visitor))),
      ...(isHomeTaken ? [] : [home]),
    ]),
    trailingSlash: 'never',
    scrollRestoration: true,
    defaultPreload: false,
    // A flash of skeleton is worse than a moment of the page before.
    defaultPendingMs: 300,
    defaultPendingComponent: LoadingState,
    defaultNotFoundComponent: NotFoundPage,
    defaultErrorComponent: RouteProblem,
    parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
    stringifySearch: (values) => {
      const text = new URLSearchParams(Object.entries(values).filter(([, value]) => value !== undefined) as [string, string][]).toString()
      return text && `?${text}`
    },
  })
}

function routeOf({ path, load }: PortalPage, parent: AnyRoute): AnyRoute {
  return createRoute({
    getParentRoute: () => parent,
    path,
    component: lazyRouteComponent(async () => ({ Page: await load() }), 'Page'),
  }) as unknown as AnyRoute
}

export type PortalRouter = ReturnType<typeof createPortalRouter>
