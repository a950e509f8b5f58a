import type { CapabilityManifest } from './manifest.ts'
import { publicCloud } from './public.ts'

/**
 * The cloud operated by 21Vianet [S2]. What is not named here is as in the public cloud.
 * No source asks the customer for an agreement here (D.6: only the public cloud knows the agreement objects).
 */
export const chinaCloud: CapabilityManifest = {
  ...publicCloud,
  id: 'china',
  name: { en: 'China, operated by 21Vianet', es: 'China, operada por 21Vianet', de: 'China, betrieben von 21Vianet', 'zh-Hans': '由世纪互联运营的中国云' },
  operatorName: { en: '21Vianet', es: '21Vianet', 'zh-Hans': '世纪互联' },
  supportName: { en: '21Vianet support', es: 'soporte técnico de 21Vianet', 'zh-Hans': '世纪互联支持' },
  partnerPortalName: { en: 'Partner Center operated by 21Vianet', es: 'Centro de partners operado por 21Vianet', 'zh-Hans': '由世纪互联运营的合作伙伴中心' },
  customerPortalName: {
    en: 'Office 365 operated by 21Vianet admin center',
    es: 'Centro de administración de Office 365 operado por 21Vianet',
    de: 'Admin Center von Office 365, betrieben von 21Vianet',
    'zh-Hans': '由世纪互联运营的 Office 365 管理中心',
  },
  partnerRelationshipsPageName: { en: 'Business relationships', es: 'Relaciones empresariales', de: 'Geschäftsbeziehungen', 'zh-Hans': '业务关系' },
  partnerContractName: { en: 'China CSP reseller agreement', es: 'Contrato de revendedor CSP de China', 'zh-Hans': '中国 CSP 经销商协议' },
  supportDuty: 'aroundTheClock',

  requestKinds: ['partnerLink'],
  linkReusable: true,
  privileges: 'alwaysAdded',
  draftEditing: 'firstTwoParagraphs',
  draftLanguages: ['zh-Hans', 'en', 'es'],
  indirectResellersMayInvite: false,
  jointRequests: false,
  debtBlocksRequests: true,

  customerAgreement: 'none',
  agreementLanguages: [],
  attestedBy: [],

  services: [
    {
      id: 'azureActiveDirectory',
      name: { en: 'Azure Active Directory operated by 21Vianet', es: 'Azure Active Directory operado por 21Vianet', 'zh-Hans': '由世纪互联运营的 Azure Active Directory' },
      adminPortalName: { en: 'Azure portal operated by 21Vianet', es: 'Portal de Azure operado por 21Vianet', 'zh-Hans': '由世纪互联运营的 Azure 门户' },
    },
    {
      id: 'office365',
      name: { en: 'Office 365 operated by 21Vianet', es: 'Office 365 operado por 21Vianet', 'zh-Hans': '由世纪互联运营的 Office 365' },
      adminPortalName: {
        en: 'Office 365 operated by 21Vianet admin center',
        es: 'Centro de administración de Office 365 operado por 21Vianet',
        'zh-Hans': '由世纪互联运营的 Office 365 管理中心',
      },
    },
  ],
  oneDapPartnerPerService: true,
  onePartnerPerCustomer: false,

  markets: [{ id: 'china', name: { en: 'China', es: 'China' }, countries: ['CN'] }],
  customerDomain: 'partner.onmschina.cn',
  partnerMfa: 'unknown',
  roleDenials: {
    adminAgent: ['manageUsers'],
    salesAgent: ['createSupportRequests', 'seeServiceHealth', 'seePrices', 'seeInvoices', 'administerOnBehalf'],
    helpdeskAgent: [
      'seePartnerProfiles',
      'createCustomers',
      'editBillingProfile',
      'manageSubscriptions',
      'requestRelationships',
      'seePrices',
      'seeAgreement',
      'seeInvoices',
      'registerResellers',
    ],
  },
  retentionDays: { usual: 60, max: 60 },
  customerUsersInPartnerPortal: false,
  partnerMayResetPasswords: false,
  adminRelationships: 'unknown',

  usersManagedIn: {
    en: 'Office 365 operated by 21Vianet admin center',
    es: 'Centro de administración de Office 365 operado por 21Vianet',
    'zh-Hans': '由世纪互联运营的 Office 365 管理中心',
  },
  partnerRolesEditable: 'twoSettings',
  referralsAndProfiles: 'unknown',
  selfServePolicies: 'unknown',
  trials: 'no',
  auditByApi: 'unknown',
  serviceRequestsByApi: false,
  designatedSupportContact: false,
  apiHost: 'partner.partnercenter.microsoftonline.cn',
}
