import { describe, expect, it } from 'vitest'
import { builtInClouds } from './built-in-clouds.ts'
import { describeClouds, lineText } from './describe.ts'
import type { CapabilityManifest } from './manifest.ts'

type Cells = readonly [publicCell: string | RegExp, usGovCell: string | RegExp, germanyCell: string | RegExp, chinaCell: string | RegExp]
const dash = /^not documented/
const yes = 'yes'
const no = 'no'

/** The comparison of clouds (E.1), cell by cell: the row, the line of the manifest that holds it, and what the line says in each cloud. */
const comparison: readonly (readonly [row: string, line: keyof CapabilityManifest, cells: Cells])[] = [
  ['operator', 'operatorName', ['Microsoft', 'Microsoft', /German data trustee/, '21Vianet']],
  ['partner portal', 'partnerPortalName', ['Partner Center', /US Government/, /Germany/, /21Vianet/]],
  ['where the customer accepts', 'customerPortalName', ['Microsoft 365 admin center', 'Microsoft Office admin portal', 'Microsoft Office admin portal', 'Office 365 operated by 21Vianet admin center']],
  ['"no DAP" option', 'privileges', [/unless the partner unticks/, /cannot be left out/, /cannot be left out/, /always added/]],
  ['link reusable, customer-free', 'linkReusable', [no, dash, dash, yes]],
  ['mail editing', 'draftEditing', ['everything but the link', 'everything but the link', 'everything but the link', /first two paragraphs/]],
  ['customer\'s partner page', 'partnerRelationshipsPageName', ['Partner relationships', dash, dash, 'Business relationships']],
  ['extra DAP rule: one partner for each service', 'oneDapPartnerPerService', [no, no, dash, yes]],
  ['extra DAP rule: a single partner, 2019-21', 'onePartnerPerCustomer', [no, no, dash, no]],
  ['relationship requests', 'requestKinds', [/tracked request/, /tracked request/, /tracked request/, 'the partner’s link']],
  ['indirect model', 'indirectModel', [yes, yes, dash, yes]],
  ['indirect model: resellers make invitations', 'indirectResellersMayInvite', [yes, yes, dash, no]],
  ['indirect model: joint invitations', 'jointRequests', [yes, yes, dash, no]],
  ['referrals, business profile, partner finder', 'referralsAndProfiles', [yes, no, dash, dash]],
  ['customer users and licenses in the portal', 'customerUsersInPartnerPortal', [yes, no, no, no]],
  ['customer users: where instead', 'usersManagedIn', ['Partner Center', /portal\.azure\.us/, /portal\.microsoftazure\.de/, /21Vianet/]],
  ['password reset by the partner', 'partnerMayResetPasswords', [yes, no, no, no]],
  ['MCA attestation', 'attestedBy', [/direct-bill/, 'none', 'none', 'none']],
  ['self-serve policy API', 'selfServePolicies', [yes, dash, dash, dash]],
  ['remove-relationship API', 'removalByApi', [yes, yes, dash, yes]],
  ['audit log API', 'auditByApi', [yes, yes, yes, dash]],
  ['service requests API', 'serviceRequestsByApi', [yes, yes, yes, no]],
  ['designated support contact', 'designatedSupportContact', [yes, yes, yes, no]],
  ['trials', 'trials', [yes, 'not for government offers', dash, no]],
  ['data deletion after suspension', 'retentionDays', ['90, at most 120', dash, dash, '60']],
  ['MFA for partner users', 'partnerMfa', ['mandatory', 'recommended', 'recommended', dash]],
  ['new customers', 'closedToCreatingTenants', [no, no, yes, no]],
  ['contract', 'partnerContractName', ['Microsoft Partner Agreement', /government annex/, dash, 'China CSP reseller agreement']],
  ['who may buy', 'eligibleCustomers', ['customers of the market', /government bodies/, /commercial customers/, 'customers of the market']],
  ['who may buy: where', 'markets', [/Europe/, 'United States (1)', /EFTA/, 'China (1)']],
  ['partner role edit', 'partnerRolesEditable', [yes, /not supported/, dash, /two settings/]],
  ['API host', 'apiHost', ['api.partnercenter.microsoft.com', 'api.partnercenter.microsoft.com', dash, 'partner.partnercenter.microsoftonline.cn']],
  ['multi-partner and multi-channel pages', 'multiPartner', [yes, yes, dash, yes]],
]

describe('every cell of the comparison of clouds', () => {
  it.each(comparison)('%s stands in the line %s', (_row, line, cells) => {
    for (const [at, manifest] of Object.values(builtInClouds).entries()) {
      const text = lineText(manifest, line, 'en')
      const cell = cells[at]!
      if (typeof cell === 'string') expect(text, manifest.id).toBe(cell)
      else expect(text, manifest.id).toMatch(cell)
      // What no source says is said so in every language, and only that.
      expect(/^sin documentar/.test(lineText(manifest, line, 'es')), manifest.id).toBe(cell === dash)
    }
  })

  it('is told with the capability that a line waits for, where nothing builds on it yet', () => {
    const waiting = describeClouds(Object.values(builtInClouds), 'en').filter(({ capability }) => capability !== null)
    expect(waiting.map(({ key }) => key)).toEqual(['selfServePolicies', 'trials', 'removalByApi', 'auditByApi', 'serviceRequestsByApi', 'apiHost'])
  })

  it('widens nothing where no source says: a line of ours has a value like any other', () => {
    expect(builtInClouds.germany).toMatchObject({ linkReusable: false, oneDapPartnerPerService: 'unknown', onePartnerPerCustomer: 'unknown' })
    expect(lineText(builtInClouds.germany, 'linkReusable', 'es')).toBe('sin documentar; aquí: no')
  })
})
