import { AlertRegular, BuildingPeopleRegular, BuildingShopRegular, DocumentSignatureRegular, HistoryRegular, KeyMultipleRegular, LinkRegular, LocalLanguageRegular, PeopleRegular, PeopleTeamRegular, PersonRegular, PersonSupportRegular, RocketRegular, SendRegular, ShieldRegular } from '@fluentui/react-icons'
import { doorPages } from '../shared/pages/doors.ts'
import { paths } from '../shared/paths.ts'
import { page, type PortalPlan } from '../shared/portal/portal.ts'

const { partner } = paths

export const partnerPlan: PortalPlan = {
  portal: 'partner',
  start: partner.customers,
  signedIn: [
    page(partner.getStarted, () => import('./pages/GetStartedPage.tsx'), 'GetStartedPage'),
    page(partner.customers, () => import('./pages/CustomersPage.tsx'), 'CustomersPage'),
    page(partner.removedCustomers, () => import('./pages/RemovedCustomersPage.tsx'), 'RemovedCustomersPage'),
    page(partner.newCustomer, () => import('./pages/NewCustomerPage.tsx'), 'NewCustomerPage'),
    page(partner.customerAccount('$customerId'), () => import('./pages/CustomerAccountPage.tsx'), 'CustomerAccountPage'),
    page(partner.customerServices('$customerId'), () => import('./pages/CustomerServicesPage.tsx'), 'CustomerServicesPage'),
    page(partner.customerUsers('$customerId'), () => import('./pages/CustomerUsersPage.tsx'), 'CustomerUsersPage'),
    page(partner.customerLicenses('$customerId'), () => import('./pages/CustomerLicensesPage.tsx'), 'CustomerLicensesPage'),
    page(partner.customerRemoval('$customerId'), () => import('./pages/CustomerRemovalPage.tsx'), 'CustomerRemovalPage'),
    page(partner.customerRemoved('$customerId'), () => import('./pages/CustomerRemovedPage.tsx'), 'CustomerRemovedPage'),
    page(partner.requests, () => import('./pages/RequestsPage.tsx'), 'RequestsPage'),
    page(partner.newRequest, () => import('./pages/NewRequestPage.tsx'), 'NewRequestPage'),
    page(partner.request('$requestId'), () => import('./pages/RequestPage.tsx'), 'RequestPage'),
    page(partner.partnerLink, () => import('./pages/PartnerLinkPage.tsx'), 'PartnerLinkPage'),
    page(partner.indirectResellers, () => import('./pages/IndirectResellersPage.tsx'), 'IndirectResellersPage'),
    page(partner.indirectProviders, () => import('./pages/IndirectProvidersPage.tsx'), 'IndirectProvidersPage'),
    page(partner.partnership('$partnershipId'), () => import('./pages/PartnershipPage.tsx'), 'PartnershipPage'),
    page(partner.partnershipRemoval('$partnershipId'), () => import('./pages/PartnershipRemovalPage.tsx'), 'PartnershipRemovalPage'),
    page(partner.notifications, () => import('./pages/NotificationsPage.tsx'), 'NotificationsPage'),
    page(partner.activity, () => import('./pages/ActivityPage.tsx'), 'ActivityPage'),
    page(partner.support, () => import('./pages/SupportPage.tsx'), 'SupportPage'),
    page(partner.settings.profile, () => import('./pages/SettingsProfilePage.tsx'), 'SettingsProfilePage'),
    page(partner.settings.people, () => import('./pages/SettingsPeoplePage.tsx'), 'SettingsPeoplePage'),
    page(partner.settings.security, () => import('./pages/SettingsSecurityPage.tsx'), 'SettingsSecurityPage'),
    page(partner.settings.signIn, () => import('./pages/SettingsSignInPage.tsx'), 'SettingsSignInPage'),
    page(partner.settings.notifications, () => import('./pages/SettingsNotificationsPage.tsx'), 'SettingsNotificationsPage'),
    page(partner.settings.language, () => import('./pages/SettingsLanguagePage.tsx'), 'SettingsLanguagePage'),
    page(partner.settings.legal, () => import('./pages/SettingsLegalPage.tsx'), 'SettingsLegalPage'),
  ],
  open: [page(partner.providerInvitation, () => import('./pages/ProviderInvitationPage.tsx'), 'ProviderInvitationPage')],
  visitor: doorPages('partner'),
  navigation: [
    { label: 'getStarted.title', href: partner.getStarted, icon: RocketRegular },
    { label: 'customers.title', href: partner.customers, icon: PeopleTeamRegular },
    { label: 'requests.title', href: partner.requests, icon: SendRegular },
    { label: 'partnerLink.title', href: partner.partnerLink, icon: LinkRegular },
    { label: 'partnerships.indirectResellers', href: partner.indirectResellers, icon: BuildingPeopleRegular, isFor: ({ tenant }) => tenant.partnerKinds.includes('indirectProvider') },
    { label: 'partnerships.indirectProviders', href: partner.indirectProviders, icon: BuildingShopRegular, isFor: ({ tenant }) => tenant.partnerKinds.includes('indirectReseller') },
    { label: 'support.title', href: partner.support, icon: PersonSupportRegular },
    { label: 'activity.title', href: partner.activity, icon: HistoryRegular },
  ],
  settings: [
    { label: 'settings.profile', href: partner.settings.profile, icon: PersonRegular },
    { label: 'settings.people', href: partner.settings.people, icon: PeopleRegular },
    { label: 'settings.security', href: partner.settings.security, icon: ShieldRegular },
    { label: 'provider.settings', href: partner.settings.signIn, icon: KeyMultipleRegular },
    { label: 'notifications.settings', href: partner.settings.notifications, icon: AlertRegular },
    { label: 'settings.language', href: partner.settings.language, icon: LocalLanguageRegular },
    { label: 'legal.title', href: partner.settings.legal, icon: DocumentSignatureRegular },
  ],
}
