import { customerLanguages } from '../countries.ts'
import { publicMarkets } from '../markets/public-markets.ts'
import type { CapabilityManifest } from './manifest.ts'

/** https://learn.microsoft.com/partner-center/request-a-relationship-with-a-customer */
export const publicCloud: CapabilityManifest = {
  id: 'public',
  name: { en: 'Public cloud', es: 'Nube pública', de: 'Öffentliche Cloud', 'zh-Hans': '公有云' },
  operatorName: { en: 'Microsoft', es: 'Microsoft' },
  supportName: { en: 'Microsoft support', es: 'soporte técnico de Microsoft', de: 'Microsoft-Support', 'zh-Hans': 'Microsoft 支持' },
  partnerPortalName: { en: 'Partner Center', es: 'Centro de partners' },
  customerPortalName: {
    en: 'Microsoft 365 admin center',
    es: 'Centro de administración de Microsoft 365',
    de: 'Microsoft 365 Admin Center',
    'zh-Hans': 'Microsoft 365 管理中心',
  },
  partnerRelationshipsPageName: { en: 'Partner relationships', es: 'Relaciones con los partners', de: 'Partnerbeziehungen', 'zh-Hans': '合作伙伴关系' },
  partnerContractName: { en: 'Microsoft Partner Agreement', es: 'Contrato para partners de Microsoft' },
  supportDuty: 'unknown',

  requestKinds: ['trackedRequest', 'partnerLink'],
  linkReusable: false,
  requestValidityDays: { default: 90, max: 365 },
  privileges: 'optionalOn',
  indirectResellerAsksPrivileges: false,
  draftEditing: 'allButLink',
  draftLanguages: customerLanguages,
  indirectResellersMayInvite: true,
  jointRequests: true,
  debtBlocksRequests: false,

  customerAgreement: 'required',
  agreementLanguages: customerLanguages,
  attestedBy: ['directBill', 'indirectProvider'],
  billingAdministratorMayAccept: false,

  services: [
    {
      id: 'azureActiveDirectory',
      name: { en: 'Azure Active Directory', es: 'Azure Active Directory' },
      adminPortalName: { en: 'Azure Active Directory admin center', es: 'Centro de administración de Azure Active Directory' },
    },
    {
      id: 'office365',
      name: { en: 'Office 365', es: 'Office 365' },
      adminPortalName: { en: 'Microsoft 365 admin center', es: 'Centro de administración de Microsoft 365' },
    },
  ],
  oneDapPartnerPerService: false,
  onePartnerPerCustomer: false,
  removalEndsPrivileges: 'ask',
  indirectResellerMayRemove: true,
  endNoticeDays: 30,

  markets: publicMarkets,
  marketExceptions: [],
  closedToCreatingTenants: false,
  customerDomain: 'onmicrosoft.com',
  eligibleCustomers: 'marketCustomers',
  partnerMfa: 'mandatory',
  roleDenials: {},
  retentionDays: { usual: 90, max: 120 },
  customerUsersInPartnerPortal: true,
  partnerMayResetPasswords: true,
  adminRelationships: true,

  undocumented: [],
  indirectModel: true,
  multiPartner: true,
  usersManagedIn: { en: 'Partner Center', es: 'Centro de partners' },
  partnerRolesEditable: 'yes',
  referralsAndProfiles: true,
  selfServePolicies: true,
  trials: 'yes',
  removalByApi: true,
  auditByApi: true,
  serviceRequestsByApi: true,
  designatedSupportContact: true,
  apiHost: 'api.partnercenter.microsoft.com',
}
