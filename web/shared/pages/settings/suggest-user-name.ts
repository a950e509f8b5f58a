/** A sign-in name after the mail address, in a domain of the organization; nothing while the address is not one yet. */
export function suggestUserName(mail: string, domains: readonly string[]): string {
  const [local, domain] = mail.trim().toLowerCase().split('@')
  if (!local || !domain || domains.length === 0) return ''
  return `${local}@${domains.includes(domain) ? domain : domains[0]}`
}
