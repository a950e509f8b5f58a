import { describe, expect, it } from 'vitest'
import { paths, safeReturn } from './paths.ts'

it('the site map is this', () => {
  expect(siteMap(paths)).toMatchInlineSnapshot(`
    [
      "/partner",
      "/partner/sign-in",
      "/partner/sign-in/organization",
      "/partner/sign-in/return/$id",
      "/partner/forgot-password",
      "/partner/set-password",
      "/partner/confirm-mail",
      "/partner/unsubscribe",
      "/partner/notifications",
      "/partner/settings/profile",
      "/partner/settings/people",
      "/partner/settings/security",
      "/partner/settings/language",
      "/partner/settings/sign-in",
      "/partner/settings/notifications",
      "/partner/settings/legal",
      "/partner/get-started",
      "/partner/customers",
      "/partner/customers/removed",
      "/partner/customers/new",
      "/partner/customers/$id/account",
      "/partner/customers/$id/services",
      "/partner/customers/$id/users",
      "/partner/customers/$id/licenses",
      "/partner/customers/$id/removal",
      "/partner/customers/$id/removed",
      "/partner/requests",
      "/partner/requests/new",
      "/partner/requests/$id",
      "/partner/campaigns",
      "/partner/campaigns/new",
      "/partner/campaigns/$id",
      "/partner/partner-link",
      "/partner/indirect-resellers",
      "/partner/indirect-providers",
      "/partner/partnerships/$id",
      "/partner/partnerships/$id/removal",
      "/partner/referrals/leads",
      "/partner/referrals/qualified-leads",
      "/partner/referrals/favourite-leads",
      "/partner/referrals/leads/$id",
      "/partner/referrals/profiles",
      "/partner/referrals/profiles/$id",
      "/partner/provider-invitation",
      "/partner/activity",
      "/partner/support",
      "/admin",
      "/admin/sign-in",
      "/admin/sign-in/organization",
      "/admin/sign-in/return/$id",
      "/admin/forgot-password",
      "/admin/set-password",
      "/admin/confirm-mail",
      "/admin/unsubscribe",
      "/admin/notifications",
      "/admin/settings/profile",
      "/admin/settings/people",
      "/admin/settings/security",
      "/admin/settings/language",
      "/admin/settings/sign-in",
      "/admin/settings/notifications",
      "/admin/partner-invitation",
      "/admin/register",
      "/admin/letters",
      "/admin/partners",
      "/admin/partners/$id",
      "/admin/partners/responsibilities",
      "/admin/partner-finder",
      "/admin/partner-finder/$id",
      "/admin/partner-finder/message",
      "/admin/enquiries",
      "/admin/agreements",
      "/admin/agreements/$id",
      "/admin/users",
      "/admin/activity",
      "/admin/support",
      "/operator",
      "/operator/sign-in",
      "/operator/sign-in/organization",
      "/operator/sign-in/return/$id",
      "/operator/forgot-password",
      "/operator/set-password",
      "/operator/confirm-mail",
      "/operator/unsubscribe",
      "/operator/notifications",
      "/operator/settings/profile",
      "/operator/settings/people",
      "/operator/settings/security",
      "/operator/settings/language",
      "/operator/settings/sign-in",
      "/operator/settings/notifications",
      "/operator/set-up",
      "/operator/partners/$id",
      "/operator/organizations",
      "/operator/agreements",
      "/operator/agreements/new",
      "/operator/agreements/drafts/$id",
      "/operator/health",
      "/operator/branding",
      "/operator/clouds",
      "/operator/clouds/$id",
      "/operator/mail",
      "/operator/mail/sender",
      "/operator/mail/addresses",
      "/operator/letters",
      "/operator/lost-second-factor",
      "/operator/personal-data",
      "/operator/activity",
      "/operator/support",
      "/operator/audit",
    ]
  `)
})

it('an id cannot leave its place in the address', () => {
  expect(paths.partner.request('../settings?x#y')).toBe('/partner/requests/..%2Fsettings%3Fx%23y')
})

describe('the address to come back to after signing in', () => {
  it('is kept with its search, but never with a secret in its fragment', () => {
    expect(safeReturn('customer', '/admin/partner-invitation?kind=1#secret')).toBe('/admin/partner-invitation?kind=1')
  })

  it.each([undefined, '', 'https://evil.example/partner', '//evil.example/partner', '/\\evil.example', '/partnership', '/admin', '/partner/../admin', 'javascript:alert(1)', '/partner/sign-in'])(
    'is the start page instead of %s',
    (wanted) => {
      expect(safeReturn('partner', wanted)).toBe('/partner')
    },
  )
})

function siteMap(tree: object): string[] {
  return Object.values(tree).flatMap((leaf: string | object | ((id: string) => string)) => {
    if (typeof leaf === 'string') return leaf
    return typeof leaf === 'function' ? (leaf as (id: string) => string)('$id') : siteMap(leaf)
  })
}
