import { describe, expect, it } from 'vitest'
import { DomainError } from '../errors.ts'
import { applyOverrides, deriveCloud } from './apply-overrides.ts'
import { builtInClouds } from './built-in-clouds.ts'
import { draftLanguage, isDeniedInCloud, privilegesAsked, requiresPartnerMfa } from './cloud-rules.ts'
import { describeClouds } from './describe.ts'
import { manifestLines } from './manifest-lines.ts'
import { deniedActs } from './manifest.ts'
import type { CapabilityManifest } from './manifest.ts'

const { public: publicCloud, usGov, germany, china } = builtInClouds
const all: readonly CapabilityManifest[] = Object.values(builtInClouds)

describe('asking for delegated admin privileges', () => {
  it('is ticked in the public cloud and can be unticked', () => {
    expect(privilegesAsked(publicCloud, {})).toBe(true)
    expect(privilegesAsked(publicCloud, { wanted: true })).toBe(true)
    expect(privilegesAsked(publicCloud, { wanted: false })).toBe(false)
  })

  it('cannot be left out in US Government [S0.7] [S3.8]', () => {
    expect(privilegesAsked(usGov, {})).toBe(true)
    expect(() => privilegesAsked(usGov, { wanted: false })).toThrow(expect.objectContaining({ code: 'privilegesRuledByCloud' }))
  })

  it('cannot be left out in Germany [S0.8]', () => {
    expect(privilegesAsked(germany, {})).toBe(true)
    expect(() => privilegesAsked(germany, { wanted: false })).toThrow(expect.objectContaining({ code: 'privilegesRuledByCloud' }))
  })

  it('is always added in China', () => {
    expect(privilegesAsked(china, {})).toBe(true)
    expect(() => privilegesAsked(china, { wanted: false })).toThrow(expect.objectContaining({ code: 'privilegesRuledByCloud' }))
  })

  it('is unticked for an indirect reseller that asks alone, who may tick it', () => {
    expect(privilegesAsked(publicCloud, { asIndirectReseller: true })).toBe(false)
    expect(privilegesAsked(publicCloud, { asIndirectReseller: true, wanted: true })).toBe(true)
    expect(privilegesAsked(usGov, { asIndirectReseller: true })).toBe(true)
  })
})

describe('customers accept', () => {
  it('in the Microsoft 365 admin center in the public cloud', () => {
    expect(publicCloud.customerPortalName).toMatchObject({ en: 'Microsoft 365 admin center', es: 'Centro de administración de Microsoft 365' })
  })

  it('in the Microsoft Office admin portal in Germany', () => {
    expect(germany.customerPortalName.en).toBe('Microsoft Office admin portal')
  })

  it('in the Microsoft Office admin portal in US Government', () => {
    expect(usGov.customerPortalName.en).toBe('Microsoft Office admin portal')
  })

  it('in the admin center of Office 365 operated by 21Vianet in China', () => {
    expect(china.customerPortalName.en).toBe('Office 365 operated by 21Vianet admin center')
  })
})

describe('the cloud decides', () => {
  it('what a new relationship starts with: a reusable link in China, a tracked request elsewhere', () => {
    expect(all.map((cloud) => [cloud.requestKinds[0], cloud.linkReusable])).toEqual([
      ['trackedRequest', false],
      ['trackedRequest', false],
      ['trackedRequest', false],
      ['partnerLink', true],
    ])
  })

  it('whether partner staff need a second factor: yes, unless it is only recommended', () => {
    expect(all.map(requiresPartnerMfa)).toEqual([true, false, false, true])
  })

  it('what roles cannot do: the lists of China and none elsewhere', () => {
    expect(isDeniedInCloud(china, 'helpdeskAgent', 'requestRelationships')).toBe(true)
    expect(isDeniedInCloud(china, 'salesAgent', 'requestRelationships')).toBe(false)
    expect(isDeniedInCloud(china, 'salesAgent', 'administerOnBehalf')).toBe(true)
    expect(isDeniedInCloud(china, 'adminAgent', 'manageUsers')).toBe(true)
    expect(deniedActs.some((act) => isDeniedInCloud(publicCloud, 'helpdeskAgent', act))).toBe(false)
  })

  it('the language of the draft: the customer’s where the cloud has it, else English', () => {
    expect(draftLanguage(publicCloud, 'de')).toBe('de')
    expect(draftLanguage(usGov, 'de')).toBe('en')
    expect(draftLanguage(china, 'zh-Hans')).toBe('zh-Hans')
    expect(draftLanguage(publicCloud, undefined)).toBe('en')
  })
})

describe('every built-in manifest', () => {
  it.each(all.map((cloud) => [cloud.id, cloud] as const))('%s would pass as an operator’s own word', (id, cloud) => {
    const { id: _id, ...lines } = cloud
    expect(deriveCloud(publicCloud, id, lines)).toEqual(cloud)
  })

  it('has English among the languages of its draft', () => {
    expect(all.every((cloud) => cloud.draftLanguages.includes('en'))).toBe(true)
  })
})

describe('an operator', () => {
  it('renames and changes single lines', () => {
    const renamed = applyOverrides(publicCloud, {
      customerPortalName: { en: 'Adatum Console', es: 'Consola de Adatum' },
      billingAdministratorMayAccept: true,
      requestValidityDays: { default: 30, max: 60 },
      marketExceptions: [{ partnerCountry: 'es', customerCountry: 'MX', allowed: true, reason: 'Pilot 2026' }],
    })
    expect(renamed.customerPortalName).toEqual({ en: 'Adatum Console', es: 'Consola de Adatum' })
    expect(renamed.billingAdministratorMayAccept).toBe(true)
    expect(renamed.marketExceptions[0]!.partnerCountry).toBe('ES')
    expect(renamed.privileges).toBe('optionalOn')
    expect(publicCloud.billingAdministratorMayAccept).toBe(false)
  })

  it('adds a cloud without code', () => {
    const own = deriveCloud(publicCloud, 'adatum', { name: { en: 'Adatum Cloud', es: 'Nube Adatum' }, privileges: 'forced' })
    expect(own).toMatchObject({ id: 'adatum', name: { en: 'Adatum Cloud' }, privileges: 'forced', customerAgreement: 'required' })
  })

  it.each([
    ['an unknown line', { privilege: 'forced' }],
    ['a line named like a property of every object', { constructor: 1 }],
    ['__proto__', JSON.parse('{"__proto__": {"privileges": "forced"}}')],
    ['the code', { id: 'x' }],
    ['an unknown choice', { privileges: 'never' }],
    ['a number for yes or no', { linkReusable: 1 }],
    ['unknown where it cannot be unknown', { closedToCreatingTenants: 'unknown' }],
    ['a name that lies', { operatorName: { en: 'Con\u202etoso', es: 'x' } }],
    ['a name without Spanish', { operatorName: { en: 'Contoso' } }],
    ['a name in a language we lack', { operatorName: { en: 'Contoso', es: 'Contoso', fr: 'Contoso' } }],
    ['drafts without English', { draftLanguages: ['es'] }],
    ['a language twice', { draftLanguages: ['en', 'en'] }],
    ['no kind of request', { requestKinds: [] }],
    ['a reusable request', { linkReusable: true }],
    ['days that are none', { endNoticeDays: 1.5 }],
    ['too many days', { requestValidityDays: { default: 90, max: 366 } }],
    ['more days by default than at most', { requestValidityDays: { default: 90, max: 30 } }],
    ['a required agreement in no language', { agreementLanguages: [] }],
    ['joint requests without resellers that invite', { indirectResellersMayInvite: false }],
    ['no market', { markets: [] }],
    ['a country in two markets', { markets: [{ id: 'one', name: { en: 'One', es: 'Uno' }, countries: ['ES', 'ES'] }] }],
    ['a country that does not exist', { markets: [{ id: 'one', name: { en: 'One', es: 'Uno' }, countries: ['EU'] }] }],
    ['a currency that is none', { markets: [{ id: 'one', name: { en: 'One', es: 'Uno' }, countries: ['ES'], currency: { usual: 'euro' } }] }],
    ['a service twice', { services: [publicCloud.services[0], publicCloud.services[0]] }],
    ['an act that does not exist', { roleDenials: { salesAgent: ['breathe'] } }],
    ['a role that is not narrowed', { roleDenials: { globalAdmin: ['seePrices'] } }],
    ['null', { markets: null }],
  ])('cannot set %s', (_what, overrides) => {
    expect(() => applyOverrides(publicCloud, overrides as Record<string, unknown>)).toThrow(
      expect.objectContaining({ code: 'invalidInput', details: expect.objectContaining({ reason: 'manifestLine' }) }),
    )
  })

  it('cannot give a new cloud a code that is none, or no name', () => {
    expect(() => deriveCloud(publicCloud, 'My cloud', { name: { en: 'x1', es: 'x1' } })).toThrow(DomainError)
    expect(() => deriveCloud(publicCloud, 'mine', {})).toThrow(DomainError)
  })
})

describe('the description of clouds', () => {
  it('has a row for every line, words for every cloud and a source for every rule', () => {
    for (const language of ['en', 'es'] as const) {
      const rows = describeClouds(all, language)
      expect(rows.map((row) => row.key)).toEqual(Object.keys(manifestLines))
      for (const row of rows) {
        expect(row.sources.length).toBeGreaterThan(0)
        expect(Object.keys(row.values)).toEqual(['public', 'usGov', 'germany', 'china'])
        for (const text of Object.values(row.values)) expect(text).toMatch(/^(?!.*(undefined|\[object|NaN)).+$/)
      }
    }
  })

  it('puts a rule into words', () => {
    const row = describeClouds(all, 'es').find(({ key }) => key === 'privileges')!
    expect(row.values.usGov).toBe('se solicitan siempre, no se pueden omitir')
  })
})
