import { parse } from 'tldts'

/** Names under which anybody may register (co.uk, github.io): no organisation can prove such a domain to be its own. */
export function isPublicSuffix(domain: string): boolean {
  const { publicSuffix, hostname } = read(domain)
  return hostname !== null && publicSuffix === hostname
}

/** The part of a domain that one organisation registered (mail.contoso.co.uk → contoso.co.uk); undefined for a public suffix. */
export function registrableDomain(domain: string): string | undefined {
  return read(domain).domain ?? undefined
}

function read(domain: string): ReturnType<typeof parse> {
  return parse(domain, { allowPrivateDomains: true, extractHostname: false, validateHostname: false })
}
