/**
 * The only place that spells an address of the portals; paths.test.ts prints the site map.
 * A segment that starts with `$` is kept, so that the same functions give the route patterns.
 */
const segment = (value: string): string => (value.startsWith('$') ? value : encodeURIComponent(value))

const settings = (base: string) => ({
  profile: `${base}/settings/profile`,
  people: `${base}/settings/people`,
  security: `${base}/settings/security`,
  language: `${base}/settings/language`,
  signIn: `${base}/settings/sign-in`,
  notifications: `${base}/settings/notifications`,
})

/** What every portal has: its start page and the doors to it. */
const doors = (base: string) => ({
  home: base,
  signIn: `${base}/sign-in`,
  organizationSignIn: `${base}/sign-in/organization`,
  /** where an organization's provider sends the browser back to; spelled on the server too (application/outside-sign-in/away.ts) */
  outsideReturn: (organizationId: string) => `${base}/sign-in/return/${segment(organizationId)}`,
  forgotPassword: `${base}/forgot-password`,
  setPassword: `${base}/set-password`,
  confirmMail: `${base}/confirm-mail`,
  /** the link under a mail; spelled on the server too (application/notifications/notification-footer.ts) */
  unsubscribe: `${base}/unsubscribe`,
  notifications: `${base}/notifications`,
  settings: settings(base),
})

const partner = {
  ...doors('/partner'),
  getStarted: '/partner/get-started',
  settings: { ...settings('/partner'), legal: '/partner/settings/legal' },
  customers: '/partner/customers',
  removedCustomers: '/partner/customers/removed',
  newCustomer: '/partner/customers/new',
  customerAccount: (customerId: string) => `/partner/customers/${segment(customerId)}/account`,
  customerServices: (customerId: string) => `/partner/customers/${segment(customerId)}/services`,
  customerUsers: (customerId: string) => `/partner/customers/${segment(customerId)}/users`,
  customerLicenses: (customerId: string) => `/partner/customers/${segment(customerId)}/licenses`,
  customerRemoval: (customerId: string) => `/partner/customers/${segment(customerId)}/removal`,
  customerRemoved: (customerId: string) => `/partner/customers/${segment(customerId)}/removed`,
  requests: '/partner/requests',
  newRequest: '/partner/requests/new',
  request: (requestId: string) => `/partner/requests/${segment(requestId)}`,
  campaigns: '/partner/campaigns',
  newCampaign: '/partner/campaigns/new',
  campaign: (campaignId: string) => `/partner/campaigns/${segment(campaignId)}`,
  partnerLink: '/partner/partner-link',
  indirectResellers: '/partner/indirect-resellers',
  indirectProviders: '/partner/indirect-providers',
  partnership: (partnershipId: string) => `/partner/partnerships/${segment(partnershipId)}`,
  partnershipRemoval: (partnershipId: string) => `/partner/partnerships/${segment(partnershipId)}/removal`,
  leads: '/partner/referrals/leads',
  qualifiedLeads: '/partner/referrals/qualified-leads',
  favouriteLeads: '/partner/referrals/favourite-leads',
  /** spelled on the server too (application/mail/lead-letters.ts) */
  lead: (leadId: string) => `/partner/referrals/leads/${segment(leadId)}`,
  businessProfiles: '/partner/referrals/profiles',
  businessProfile: (profileId: string) => `/partner/referrals/profiles/${segment(profileId)}`,
  /** where a provider's link leads; spelled on the server too (application/partnerships/partnership-letter.ts) */
  providerInvitation: '/partner/provider-invitation',
  activity: '/partner/activity',
  support: '/partner/support',
}

const customer = {
  ...doors('/admin'),
  /** The link's secret stands in the fragment, which no server and no referrer ever sees. */
  partnerInvitation: '/admin/partner-invitation',
  register: '/admin/register',
  /** The way out that a letter to a stranger carries; spelled on the server too (application/mail/opt-out-link.ts). */
  letterChoices: '/admin/letters',
  partners: '/admin/partners',
  partner: (partnerId: string) => `/admin/partners/${segment(partnerId)}`,
  responsibilities: '/admin/partners/responsibilities',
  findPartner: '/admin/partner-finder',
  foundPartner: (profileId: string) => `/admin/partner-finder/${segment(profileId)}`,
  writeToPartners: '/admin/partner-finder/message',
  /** spelled on the server too (application/mail/lead-letters.ts) */
  enquiries: '/admin/enquiries',
  agreements: '/admin/agreements',
  agreement: (agreementId: string) => `/admin/agreements/${segment(agreementId)}`,
  users: '/admin/users',
  activity: '/admin/activity',
  support: '/admin/support',
}

const operator = {
  ...doors('/operator'),
  setUp: '/operator/set-up',
  partner: (partnerId: string) => `/operator/partners/${segment(partnerId)}`,
  tenants: '/operator/organizations',
  agreements: '/operator/agreements',
  publishAgreement: '/operator/agreements/new',
  agreementDraft: (draftId: string) => `/operator/agreements/drafts/${segment(draftId)}`,
  health: '/operator/health',
  branding: '/operator/branding',
  clouds: '/operator/clouds',
  cloud: (cloudId: string) => `/operator/clouds/${segment(cloudId)}`,
  mail: '/operator/mail',
  mailSender: '/operator/mail/sender',
  mailBlocks: '/operator/mail/addresses',
  letters: '/operator/letters',
  lostSecondFactor: '/operator/lost-second-factor',
  personalData: '/operator/personal-data',
  activity: '/operator/activity',
  support: '/operator/support',
  audit: '/operator/audit',
}

export const paths = { partner, customer, operator }

export type Portal = keyof typeof paths

/**
 * The address to come back to after signing in, if it lies inside the portal; anything else is ignored.
 * A fragment is dropped: it may hold a link's secret, which must not wander into another address.
 */
export function safeReturn(portal: Portal, wanted: string | undefined): string {
  const { home, signIn } = paths[portal]
  if (!wanted) return home
  const url = new URL(wanted, 'https://portal.invalid')
  const isInside = url.pathname === home || url.pathname.startsWith(`${home}/`)
  const isOwn = url.origin === 'https://portal.invalid' && isInside && url.pathname !== signIn
  return isOwn ? `${url.pathname}${url.search}` : home
}
