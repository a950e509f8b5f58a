import type { CapabilityManifest } from '../clouds/manifest.ts'

/** In characters: what the cloud puts its own ending behind, `contoso` in contoso.cloud.example (S1.L1.7). */
export const prefixLengths = { shortest: 3, longest: 27 } as const

export type PrefixProblem = 'domainPrefixMissing' | 'domainPrefixLength' | 'domainPrefixShape' | 'domainPrefixReserved'

/** The prefix in its one form: capitals are small letters in a domain name. */
export function domainPrefix(text: string): string {
  return text.trim().toLowerCase()
}

/** Why nobody can have this prefix; undefined where it is a matter of being free only. Looks at nothing but the text. */
export function prefixProblem(prefix: string, manifest: Pick<CapabilityManifest, 'customerDomain'>): PrefixProblem | undefined {
  if (prefix === '') return 'domainPrefixMissing'
  if (prefix.length < prefixLengths.shortest || prefix.length > prefixLengths.longest) return 'domainPrefixLength'
  // Letters, digits and single hyphens inside: a second hyphen could make an xn-- label, which shows as other letters.
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(prefix) || /^[0-9-]+$/.test(prefix)) return 'domainPrefixShape'
  return reserved.has(prefix) || manifest.customerDomain.split('.').includes(prefix) ? 'domainPrefixReserved' : undefined
}

/** The whole domain of the tenant: prefix and the ending that its cloud gives. */
export function customerDomain(prefix: string, manifest: Pick<CapabilityManifest, 'customerDomain'>): string {
  return `${prefix}.${manifest.customerDomain}`
}

/**
 * Names that mail programs, browsers or people take for an office or a machine and not for a company
 * (RFC 2142 mailboxes, RFC 2606 names, usual hosts). Nobody gets one as its domain.
 */
const reserved: ReadonlySet<string> = new Set(
  `
abuse account accounts admin administrator administrators api app autoconfig autodiscover billing cdn console customer
customers demo dns domain example ftp help host hostmaster imap info internal invalid legal localhost login mail mailer
marketing mobile mta news noc noreply null operator partner partners portal postmaster privacy root sales secure security
service services signin sign-in sip smtp ssl staff static status support system test tests testing undefined update usenet
vinculo vpn webmail webmaster wpad www
`
    .trim()
    .split(/\s+/),
)
