import { paths } from '../../shared/paths.ts'
import type { Dress } from '../../shared/portal/portal.ts'

/** What the address of an invitation said: the secret of the link, and the names that stand beside it for programs. */
export type InvitationLink = { secret: string; search: string }

/** The names in the documented spelling; they decide nothing, but the server refuses a link in which they were changed (decision 3). */
export type LinkClaims = { invType?: string; partnerId?: string; msppId?: string; indirectCSPId?: string; dap?: string }

/**
 * Takes the secret out of the address at once, so that it stays neither in the history nor on a shared screen (rule R4),
 * and keeps it in this tab for a reload and for the way through sign-in or registration.
 */
export function takeInvitationLink(): void {
  const { pathname, search, hash } = location
  if (pathname !== path || hash.length < 2) return
  keep({ secret: readable(hash.slice(1)), search })
  history.replaceState(history.state, '', pathname)
}

/** A link that is pasted over an open page may change only the fragment; then nothing is loaded anew. */
export function onInvitationLink(listener: () => void): () => void {
  const take = () => {
    takeInvitationLink()
    listener()
  }
  addEventListener('hashchange', take)
  return () => removeEventListener('hashchange', take)
}

const path = paths.customer.partnerInvitation

const keptAs = 'vinculo.invitation'
let inThisPage: InvitationLink | null = null

/** The link this tab was opened with last, if any. */
export function keptInvitationLink(): InvitationLink | null {
  if (inThisPage) return inThisPage
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(keptAs) ?? 'null')
    return isLink(kept) ? (inThisPage = kept) : null
  } catch {
    return null // storage may be switched off; the link then lives as long as the page
  }
}

function keep(link: InvitationLink): void {
  inThisPage = link
  try {
    sessionStorage.setItem(keptAs, JSON.stringify(link))
  } catch {
    // see keptInvitationLink
  }
}

function isLink(value: unknown): value is InvitationLink {
  return value !== null && typeof value === 'object' && 'secret' in value && typeof value.secret === 'string' && 'search' in value && typeof value.search === 'string'
}

/** Some mail programs escape what stands after the `#`. */
function readable(fragment: string): string {
  try {
    return decodeURIComponent(fragment)
  } catch {
    return fragment
  }
}

/** The whole link again, for the message that forwards it. */
export function wholeLink({ secret, search }: InvitationLink): string {
  return `${location.origin}${path}${search}#${secret}`
}

export function claimsOf({ search }: InvitationLink): LinkClaims {
  const values = new URLSearchParams(search)
  const one = (name: string): string | undefined => values.getAll(name).join(' ') || undefined
  return dropAbsent({ invType: one('invType'), partnerId: one('partnerId'), msppId: one('msppId'), indirectCSPId: one('indirectCSPId'), dap: one('DAP') })
}

function dropAbsent(claims: { [Name in keyof LinkClaims]: string | undefined }): LinkClaims {
  return Object.fromEntries(Object.entries(claims).filter(([, value]) => value !== undefined))
}

const dressKeptAs = 'vinculo.invitation.dress'

/** Skin and name of the link's cloud, for the pages on the way to the answer. */
export function keepDress(dress: Dress): void {
  try {
    sessionStorage.setItem(dressKeptAs, JSON.stringify(dress))
  } catch {
    // without storage those pages wear their own
  }
}

export function keptDress(): Dress | null {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(dressKeptAs) ?? 'null')
    const isDress = kept !== null && typeof kept === 'object' && 'skinName' in kept && 'productName' in kept
    return isDress ? { skinName: String(kept.skinName), productName: String(kept.productName) } : null
  } catch {
    return null
  }
}
