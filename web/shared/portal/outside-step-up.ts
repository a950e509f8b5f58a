import type { WayOut } from '../../../src/http/portal/sign-in-provider.ts'
import { api } from '../api/api.ts'
import { useSession } from '../api/session.ts'
import { useAct } from '../api/use-act.ts'
import { dropTyped, packTyped, unpackTyped } from '../form/typed.ts'

const keptAs = 'vinculo.stepUpFrom'

type Origin = { personId: string; path: string }

/** Off to the organization's provider, which asks again; the browser comes back to the page it left, and to what was typed there. */
export function useOutsideStepUp() {
  const session = useSession()
  return useAct({
    send: () => api.post<WayOut>('/session/step-up/provider', { whenSignedOut: 'throw' }),
    onDone: ({ location: address }) => {
      if (!session.signedIn) return
      // Without the fragment: it may hold a link's secret.
      const origin: Origin = { personId: session.person.id, path: `${location.pathname}${location.search}` }
      sessionStorage.setItem(keptAs, JSON.stringify(origin))
      packTyped()
      location.assign(address)
    },
  })
}

/** The page that was left, once, and what was typed there with it: for whoever left it, and for nobody else. */
export function takeStepUpOrigin(personId: string | undefined): string | undefined {
  const kept = sessionStorage.getItem(keptAs)
  const origin = kept === null ? undefined : (JSON.parse(kept) as Origin)
  const isTheirs = origin !== undefined && origin.personId === personId
  if (isTheirs) unpackTyped()
  forgetStepUp()
  return isTheirs ? origin.path : undefined
}

/** Whoever begins anywhere but on the way back did not come back. */
export function forgetStepUpUnlessReturning(): void {
  if (!location.pathname.includes('/sign-in/return/')) forgetStepUp()
}

function forgetStepUp(): void {
  sessionStorage.removeItem(keptAs)
  dropTyped()
}
