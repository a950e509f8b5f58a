import { useAct } from '../api/use-act.ts'
import { api } from '../api/api.ts'
import type { WayOut } from '../../../src/http/portal/sign-in-provider.ts'

const keptAs = 'vinculo.stepUpFrom'

/** Off to the organization's provider, which asks again; the browser comes back to the page it left. */
export function useOutsideStepUp() {
  return useAct({
    send: () => api.post<WayOut>('/session/step-up/provider', { whenSignedOut: 'throw' }),
    onDone: ({ location: address }) => {
      // Without the fragment: it may hold a link's secret.
      sessionStorage.setItem(keptAs, `${location.pathname}${location.search}`)
      location.assign(address)
    },
  })
}

/** The page that was left, once. */
export function takeStepUpOrigin(): string | undefined {
  const kept = sessionStorage.getItem(keptAs) ?? undefined
  sessionStorage.removeItem(keptAs)
  return kept
}
