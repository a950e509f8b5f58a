import { paths } from '../../shared/paths.ts'

const keptAs = 'vinculo.provider-link'
let inThisPage: string | null = null

/**
 * Takes the secret of a provider's link out of the address at once, so that it stays neither in the history nor on a shared
 * screen (rule R4), and keeps it in this tab for a reload and for the way through sign-in.
 */
export function takeProviderLink(): void {
  const { pathname, hash } = location
  if (pathname !== paths.partner.providerInvitation || hash.length < 2) return
  inThisPage = readable(hash.slice(1))
  try {
    sessionStorage.setItem(keptAs, inThisPage)
  } catch {
    // storage may be switched off; the link then lives as long as the page
  }
  history.replaceState(history.state, '', pathname)
}

/** A link that is pasted over an open page may change only the fragment; then nothing is loaded anew. */
export function onProviderLink(listener: () => void): () => void {
  const take = () => {
    takeProviderLink()
    listener()
  }
  addEventListener('hashchange', take)
  return () => removeEventListener('hashchange', take)
}

/** The secret this tab was opened with last, if any. */
export function keptProviderLink(): string | null {
  if (inThisPage !== null) return inThisPage
  try {
    return (inThisPage = sessionStorage.getItem(keptAs))
  } catch {
    return null
  }
}

/** Where sign-in leads back to; the secret waits in this tab, not in the address. */
export const signInForProvider = `${paths.partner.signIn}?${new URLSearchParams({ returnTo: paths.partner.providerInvitation })}`

/** Some mail programs escape what stands after the `#`. */
function readable(fragment: string): string {
  try {
    return decodeURIComponent(fragment)
  } catch {
    return fragment
  }
}
