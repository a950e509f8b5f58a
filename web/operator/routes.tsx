import { AlertRegular, BuildingMultipleRegular, BuildingRegular, CloudRegular, ColorRegular, DocumentTextRegular, HistoryRegular, KeyMultipleRegular, KeyResetRegular, LocalLanguageRegular, MailInboxRegular, MailTemplateRegular, PeopleRegular, PersonDeleteRegular, PersonRegular, PersonSupportRegular, PulseRegular, ShieldRegular, ShieldTaskRegular } from '@fluentui/react-icons'
import { doorPages } from '../shared/pages/doors.ts'
import { paths } from '../shared/paths.ts'
import { page, type PortalPlan } from '../shared/portal/portal.ts'

const { operator } = paths

export const operatorPlan: PortalPlan = {
  portal: 'operator',
  start: operator.home,
  signedIn: [
    page(operator.home, () => import('./pages/OperatorPage.tsx'), 'OperatorPage'),
    page(operator.partner('$partnerId'), () => import('./pages/PartnerPage.tsx'), 'PartnerPage'),
    page(operator.tenants, () => import('./pages/TenantsPage.tsx'), 'TenantsPage'),
    page(operator.agreements, () => import('./pages/AgreementVersionsPage.tsx'), 'AgreementVersionsPage'),
    page(operator.publishAgreement, () => import('./pages/PublishAgreementPage.tsx'), 'PublishAgreementPage'),
    page(operator.agreementDraft('$draftId'), () => import('./pages/AgreementDraftPage.tsx'), 'AgreementDraftPage'),
    page(operator.health, () => import('./pages/HealthPage.tsx'), 'HealthPage'),
    page(operator.branding, () => import('./pages/BrandingPage.tsx'), 'BrandingPage'),
    page(operator.clouds, () => import('./pages/CloudsPage.tsx'), 'CloudsPage'),
    page(operator.cloud('$cloudId'), () => import('./pages/CloudPage.tsx'), 'CloudPage'),
    page(operator.mail, () => import('./pages/MailboxPage.tsx'), 'MailboxPage'),
    page(operator.mailBlocks, () => import('./pages/MailBlocksPage.tsx'), 'MailBlocksPage'),
    page(operator.mailSender, () => import('./pages/MailSenderPage.tsx'), 'MailSenderPage'),
    page(operator.letters, () => import('./pages/LettersPage.tsx'), 'LettersPage'),
    page(operator.lostSecondFactor, () => import('./pages/LostSecondFactorPage.tsx'), 'LostSecondFactorPage'),
    page(operator.notifications, () => import('./pages/NotificationsPage.tsx'), 'NotificationsPage'),
    page(operator.personalData, () => import('./pages/PersonalDataPage.tsx'), 'PersonalDataPage'),
    page(operator.activity, () => import('./pages/ActivityPage.tsx'), 'ActivityPage'),
    page(operator.audit, () => import('./pages/AuditPage.tsx'), 'AuditPage'),
    page(operator.support, () => import('./pages/SupportPage.tsx'), 'SupportPage'),
    page(operator.settings.profile, () => import('./pages/SettingsProfilePage.tsx'), 'SettingsProfilePage'),
    page(operator.settings.people, () => import('./pages/SettingsPeoplePage.tsx'), 'SettingsPeoplePage'),
    page(operator.settings.security, () => import('./pages/SettingsSecurityPage.tsx'), 'SettingsSecurityPage'),
    page(operator.settings.signIn, () => import('./pages/SettingsSignInPage.tsx'), 'SettingsSignInPage'),
    page(operator.settings.notifications, () => import('./pages/SettingsNotificationsPage.tsx'), 'SettingsNotificationsPage'),
    page(operator.settings.language, () => import('./pages/SettingsLanguagePage.tsx'), 'SettingsLanguagePage'),
  ],
  open: [],
  visitor: [...doorPages('operator'), page(operator.setUp, () => import('../shared/pages/SetUpPage.tsx'), 'SetUpPage')],
  navigation: [
    { label: 'operator.overview', href: operator.home, icon: BuildingMultipleRegular },
    { label: 'operator.tenants', href: operator.tenants, icon: BuildingRegular },
    { label: 'operator.agreements', href: operator.agreements, icon: DocumentTextRegular },
    { label: 'clouds.title', href: operator.clouds, icon: CloudRegular },
    { label: 'branding.title', href: operator.branding, icon: ColorRegular },
    { label: 'mail.title', href: operator.mail, icon: MailInboxRegular },
    { label: 'letters.title', href: operator.letters, icon: MailTemplateRegular },
    { label: 'recovery.title', href: operator.lostSecondFactor, icon: KeyResetRegular },
    { label: 'personalData.operatorTitle', href: operator.personalData, icon: PersonDeleteRegular },
    { label: 'health.title', href: operator.health, icon: PulseRegular },
    { label: 'support.title', href: operator.support, icon: PersonSupportRegular },
    { label: 'audit.title', href: operator.audit, icon: ShieldTaskRegular },
    { label: 'activity.title', href: operator.activity, icon: HistoryRegular },
  ],
  settings: [
    { label: 'settings.profile', href: operator.settings.profile, icon: PersonRegular },
    { label: 'settings.people', href: operator.settings.people, icon: PeopleRegular },
    { label: 'settings.security', href: operator.settings.security, icon: ShieldRegular },
    { label: 'provider.settings', href: operator.settings.signIn, icon: KeyMultipleRegular },
    { label: 'notifications.settings', href: operator.settings.notifications, icon: AlertRegular },
    { label: 'settings.language', href: operator.settings.language, icon: LocalLanguageRegular },
  ],
}
