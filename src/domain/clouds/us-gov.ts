import type { CapabilityManifest } from './manifest.ts'
import { publicCloud } from './public.ts'

/**
 * Microsoft Cloud for US Government. What is not named here is as in the public cloud.
 * The customer agreement is required [S0.5, S3.3] although E.1 lists no attestation: D.6 gives it a text of its own, in English only.
 * "A customer transacts with a single partner" is a rule of 2019-21 that S3 no longer names: off, and the operator's to set.
 */
export const usGovCloud: CapabilityManifest = {
  ...publicCloud,
  id: 'usGov',
  name: {
    en: 'Microsoft Cloud for US Government',
    es: 'Microsoft Cloud para la Administración Pública de EE. UU.',
    de: 'Microsoft Cloud für US-Behörden',
    'zh-Hans': '面向美国政府的 Microsoft 云',
  },
  partnerPortalName: { en: 'Partner Center for Microsoft Cloud for US Government', es: 'Centro de partners de Microsoft Cloud for US Government' },
  customerPortalName: {
    en: 'Microsoft Office admin portal',
    es: 'Portal de administración de Microsoft Office',
    de: 'Microsoft Office-Verwaltungsportal',
    'zh-Hans': 'Microsoft Office 管理门户',
  },
  partnerContractName: { en: 'Microsoft reseller agreement with government annex', es: 'Contrato de revendedor de Microsoft con anexo gubernamental' },
  privileges: 'forced',
  draftLanguages: ['en', 'es'],
  agreementLanguages: ['en'],
  attestedBy: [],
  markets: [{ id: 'unitedStates', name: { en: 'United States', es: 'Estados Unidos' }, countries: ['US'] }],
  customerDomain: 'onmicrosoft.us',
  eligibleCustomers: 'governmentAndRegulated',
  partnerMfa: 'recommended',
  retentionDays: 'unknown',
  customerUsersInPartnerPortal: false,
  partnerMayResetPasswords: false,

  undocumented: ['partnerRelationshipsPageName', 'linkReusable'],
  // The overview of 2020 says "not yet"; the questions and answers say that direct and indirect partners qualify.
  indirectModel: true,
  usersManagedIn: { en: 'Azure portal (portal.azure.us)', es: 'Azure Portal (portal.azure.us)' },
  partnerRolesEditable: 'notSupported',
  referralsAndProfiles: false,
  selfServePolicies: 'unknown',
  trials: 'notForGovernmentOffers',
}
