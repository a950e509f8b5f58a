import { describe, expect, it } from 'vitest'
import { domainName } from '../addresses.ts'
import { ownSubdomain, type Registration, registrationState } from './registration.ts'

const open: Registration = {
  id: 'a',
  cloud: 'public',
  companyName: 'Contoso',
  country: 'ES',
  language: 'es',
  displayName: 'Ana',
  mail: 'ana@contoso.example',
  attempts: 4,
  expiresAt: new Date('2026-11-21T10:30:00Z'),
  confirmedAt: null,
}

describe('a registration', () => {
  it('is open until its last moment, and while tries are left', () => {
    expect(registrationState(open, new Date('2026-11-21T10:29:59.999Z'))).toBe('open')
    expect(registrationState(open, new Date('2026-11-21T10:30:00Z'))).toBe('over')
    expect(registrationState({ ...open, attempts: 5 }, new Date('2026-11-21T10:00:00Z'))).toBe('triesUsedUp')
    expect(registrationState({ ...open, confirmedAt: new Date() }, new Date('2026-11-21T10:00:00Z'))).toBe('over')
  })
})

describe('the domain of a company that proved none', () => {
  it.each([
    ['Contoso, S.L.', 'partners.example.org', '', 'contoso-s-l.partners.example.org'],
    ['Café Niño & Söhne', 'partners.example.org', 'ab12', 'cafe-nino-sohne-ab12.partners.example.org'],
    ['株式会社', 'partners.example.org', '', 'customer.partners.example.org'],
    ['Contoso', 'localhost', '', 'contoso.customers.example'],
    ['Contoso', '127.0.0.1', '', 'contoso.customers.example'],
    ['Contoso', '[::1]', '', 'contoso.customers.example'],
    ['Contoso', 'app.localhost', '', 'contoso.customers.example'],
    ['Contoso', 'server', '', 'contoso.customers.example'],
  ])('of %s on %s with the mark "%s" is %s', (name, host, mark, domain) => {
    expect(ownSubdomain(name, host, mark)).toBe(domain)
    expect(domainName(domain)).toBe(domain)
  })

  it('stays a label, however long the name', () => {
    expect(ownSubdomain('a'.repeat(200), 'partners.example.org', 'ab12').split('.')[0]!.length).toBeLessThanOrEqual(63)
  })
})
