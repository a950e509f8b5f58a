import type { CapabilityManifest } from './manifest.ts'
import { publicCloud } from './public.ts'

/**
 * Microsoft Cloud Germany, under a German data trustee. What is not named here is as in the public cloud.
 * Its single market is the EU and EFTA (E.1, who may buy) with the members of today;
 * an operator that served the United Kingdom records exceptions for it.
 */
export const germanyCloud: CapabilityManifest = {
  ...publicCloud,
  id: 'germany',
  name: { en: 'Microsoft Cloud Germany', es: 'Microsoft Cloud Alemania', de: 'Microsoft Cloud Deutschland', 'zh-Hans': 'Microsoft 云德国' },
  operatorName: { en: 'Microsoft with a German data trustee', es: 'Microsoft con un fideicomisario de datos alemán', de: 'Microsoft mit deutschem Datentreuhänder' },
  partnerPortalName: { en: 'Partner Center for Microsoft Cloud Germany', es: 'Centro de partners de Microsoft Cloud Alemania' },
  customerPortalName: {
    en: 'Microsoft Office admin portal',
    es: 'Portal de administración de Microsoft Office',
    de: 'Microsoft Office-Verwaltungsportal',
    'zh-Hans': 'Microsoft Office 管理门户',
  },
  privileges: 'forced',
  draftLanguages: ['en', 'es', 'de'],
  agreementLanguages: ['en', 'es', 'de'],
  attestedBy: [],
  oneDapPartnerPerService: 'unknown',
  onePartnerPerCustomer: 'unknown',
  markets: [
    {
      id: 'euAndEfta',
      name: { en: 'European Union and EFTA', es: 'Unión Europea y AELC' },
      countries: 'AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE IS LI NO CH'.split(' '),
    },
  ],
  closedToCreatingTenants: true,
  customerDomain: 'onmicrosoft.de',
  eligibleCustomers: 'commercialCustomers',
  partnerMfa: 'recommended',
  retentionDays: 'unknown',
  customerUsersInPartnerPortal: false,
  partnerMayResetPasswords: false,
  adminRelationships: 'unknown',

  undocumented: ['partnerRelationshipsPageName', 'linkReusable', 'indirectResellersMayInvite', 'jointRequests', 'partnerContractName'],
  indirectModel: 'unknown',
  multiPartner: 'unknown',
  usersManagedIn: { en: 'Office 365 admin center or portal.microsoftazure.de', es: 'Centro de administración de Office 365 o portal.microsoftazure.de' },
  partnerRolesEditable: 'unknown',
  referralsAndProfiles: 'unknown',
  selfServePolicies: 'unknown',
  trials: 'unknown',
  removalByApi: 'unknown',
  apiHost: 'unknown',
}
