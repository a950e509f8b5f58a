import { AlertRegular, AppsListRegular, CartRegular, ChatRegular, CloudRegular, DataUsageRegular, DocumentTextRegular, HandshakeRegular, HeartPulseRegular, HistoryRegular, KeyMultipleRegular, LaptopRegular, LocalLanguageRegular, PersonAccountsRegular, PersonRegular, PersonSupportRegular, RibbonRegular, SearchRegular, ShieldRegular, TicketDiagonalRegular } from '@fluentui/react-icons'
import { doorPages } from '../shared/pages/doors.ts'
import { paths } from '../shared/paths.ts'
import { page, type PortalPlan } from '../shared/portal/portal.ts'
import { dressedDoor } from './parts/dressed-door.tsx'

const { customer } = paths

export const customerPlan: PortalPlan = {
  portal: 'customer',
  start: customer.partners,
  signedIn: [
    page(customer.partners, () => import('./pages/PartnersPage.tsx'), 'PartnersPage'),
    page(customer.partner('$partnerId'), () => import('./pages/PartnerPage.tsx'), 'PartnerPage'),
    page(customer.responsibilities, () => import('./pages/ResponsibilitiesPage.tsx'), 'ResponsibilitiesPage'),
    page(customer.handOverQuestions, () => import('./pages/HandOverQuestionsPage.tsx'), 'HandOverQuestionsPage'),
    page(customer.handOverQuestion('$handOverId'), () => import('./pages/HandOverQuestionPage.tsx'), 'HandOverQuestionPage'),
    page(customer.subscriptionTransfers, () => import('./pages/SubscriptionTransfersPage.tsx'), 'SubscriptionTransfersPage'),
    page(customer.subscriptionTransfer('$transferId'), () => import('./pages/SubscriptionTransferPage.tsx'), 'SubscriptionTransferPage'),
    page(customer.agreements, () => import('./pages/AgreementsPage.tsx'), 'AgreementsPage'),
    page(customer.agreement('$agreementId'), () => import('./pages/AgreementPage.tsx'), 'AgreementPage'),
    page(customer.services, () => import('./pages/ServicesPage.tsx'), 'ServicesPage'),
    page(customer.serviceHealth, () => import('../shared/pages/services/ServiceHealthPage.tsx'), 'ServiceHealthPage'),
    page(customer.users, () => import('./pages/UsersPage.tsx'), 'UsersPage'),
    page(customer.licenses, () => import('./pages/LicensesPage.tsx'), 'LicensesPage'),
    page(customer.ownUsage, () => import('./pages/OwnUsagePage.tsx'), 'OwnUsagePage'),
    page(customer.ownPurchases, () => import('./pages/OwnPurchasesPage.tsx'), 'OwnPurchasesPage'),
    page(customer.ownPurchase('$purchaseId'), () => import('./pages/OwnPurchasePage.tsx'), 'OwnPurchasePage'),
    page(customer.ownDevices, () => import('./pages/OwnDevicesPage.tsx'), 'OwnDevicesPage'),
    page(customer.findPartner, () => import('./pages/PartnerFinderPage.tsx'), 'PartnerFinderPage'),
    page(customer.foundPartner('$profileId'), () => import('./pages/FoundPartnerPage.tsx'), 'FoundPartnerPage'),
    page(customer.writeToPartners, () => import('./pages/WriteToPartnersPage.tsx'), 'WriteToPartnersPage'),
    page(customer.enquiries, () => import('./pages/EnquiriesPage.tsx'), 'EnquiriesPage'),
    page(customer.notifications, () => import('./pages/NotificationsPage.tsx'), 'NotificationsPage'),
    page(customer.activity, () => import('./pages/ActivityPage.tsx'), 'ActivityPage'),
    page(customer.ownServiceRequests, () => import('./pages/OwnServiceRequestsPage.tsx'), 'OwnServiceRequestsPage'),
    page(customer.ownServiceRequest('$requestId'), () => import('./pages/OwnServiceRequestPage.tsx'), 'OwnServiceRequestPage'),
    page(customer.support, () => import('./pages/SupportPage.tsx'), 'SupportPage'),
    page(customer.settings.profile, () => import('./pages/SettingsProfilePage.tsx'), 'SettingsProfilePage'),
    page(customer.settings.people, () => import('./pages/SettingsPeoplePage.tsx'), 'SettingsPeoplePage'),
    page(customer.settings.security, () => import('./pages/SettingsSecurityPage.tsx'), 'SettingsSecurityPage'),
    page(customer.settings.signIn, () => import('./pages/SettingsSignInPage.tsx'), 'SettingsSignInPage'),
    page(customer.settings.notifications, () => import('./pages/SettingsNotificationsPage.tsx'), 'SettingsNotificationsPage'),
    page(customer.settings.cloud, () => import('./pages/SettingsCloudPage.tsx'), 'SettingsCloudPage'),
    page(customer.settings.language, () => import('./pages/SettingsLanguagePage.tsx'), 'SettingsLanguagePage'),
  ],
  open: [
    page(customer.partnerInvitation, () => import('./pages/PartnerInvitationPage.tsx'), 'PartnerInvitationPage'),
    page(customer.letterChoices, () => import('./pages/LettersPage.tsx'), 'LettersPage'),
    page(customer.register, () => import('./pages/RegisterPage.tsx'), 'RegisterPage'),
  ],
  visitor: doorPages('customer').map(dressedDoor),
  navigation: [
    // The clouds do not agree on the name of this page, so the manifest gives it.
    { label: ({ cloud }) => cloud.partnerRelationshipsPageName, href: customer.partners, icon: HandshakeRegular },
    { label: 'finder.title', href: customer.findPartner, icon: SearchRegular, isFor: ({ cloud, can }) => cloud.referralsAndProfiles === true && can.includes('partnerFinder.search') },
    { label: 'finder.enquiries', href: customer.enquiries, icon: ChatRegular, isFor: ({ cloud, can }) => cloud.referralsAndProfiles === true && can.includes('enquiry.list') },
    { label: 'agreements.title', href: customer.agreements, icon: DocumentTextRegular },
    { label: 'services.title', href: customer.services, icon: AppsListRegular },
    { label: 'services.healthTitle', href: customer.serviceHealth, icon: HeartPulseRegular, isFor: ({ can }) => can.includes('serviceHealth.read') },
    { label: 'users.title', href: customer.users, icon: PersonAccountsRegular },
    { label: 'serviceRequests.title', href: customer.ownServiceRequests, icon: TicketDiagonalRegular, isFor: ({ can }) => can.includes('ownServiceRequest.list') },
    { label: 'licenses.title', href: customer.licenses, icon: RibbonRegular },
    { label: 'usage.title', href: customer.ownUsage, icon: DataUsageRegular, isFor: ({ can }) => can.includes('ownUsage.list') },
    { label: 'ownPurchases.title', href: customer.ownPurchases, icon: CartRegular, isFor: ({ can }) => can.includes('ownPurchase.read') },
    { label: 'devices.title', href: customer.ownDevices, icon: LaptopRegular, isFor: ({ can }) => can.includes('ownDevice.list') },
    { label: 'support.title', href: customer.support, icon: PersonSupportRegular },
    { label: 'activity.title', href: customer.activity, icon: HistoryRegular },
  ],
  settings: [
    { label: 'settings.profile', href: customer.settings.profile, icon: PersonRegular },
    { label: 'settings.security', href: customer.settings.security, icon: ShieldRegular },
    { label: 'provider.settings', href: customer.settings.signIn, icon: KeyMultipleRegular },
    { label: 'notifications.settings', href: customer.settings.notifications, icon: AlertRegular },
    { label: 'settings.language', href: customer.settings.language, icon: LocalLanguageRegular },
    { label: 'clouds.ownTitle', href: customer.settings.cloud, icon: CloudRegular },
  ],
}
