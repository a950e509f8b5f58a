import { useState } from 'react'

/**
 * The secret of a mailed link, from the fragment. It is taken out of the address at once, so that it stays neither
 * in the history nor on a screen that is shared; it lives only as long as the page.
 */
export function useLinkSecret(): string | null {
  const [secret] = useState(takeSecret)
  return secret
}

let taken: { at: string; secret: string } | null = null

function takeSecret(): string | null {
  const { pathname, search, hash } = location
  const given = new URLSearchParams(hash.slice(1)).get('secret') ?? decodeURIComponent(hash.slice(1))
  if (given) {
    taken = { at: pathname, secret: given }
    history.replaceState(history.state, '', `${pathname}${search}`)
  }
  // Drawing may begin twice; the second time the fragment is gone already.
  return taken?.at === pathname ? taken.secret : null
}
