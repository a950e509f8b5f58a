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
  settings: { ...settings('/partner'), legal: '/partner/settings/legal', cloud: '/partner/settings/cloud' },
  customers: '/partner/customers',
  removedCustomers: '/partner/customers/removed',
  newCustomer: '/partner/customers/new',
  customerAccount: (customerId: string) => `/partner/customers/${segment(customerId)}/account`,
  customerSubscriptions: (customerId: string) => `/partner/customers/${segment(customerId)}/subscriptions`,
  customerNewSubscription: (customerId: string) => `/partner/customers/${segment(customerId)}/subscriptions/new`,
  customerSubscription: (customerId: string, subscriptionId: string) => `/partner/customers/${segment(customerId)}/subscriptions/${segment(subscriptionId)}`,
  customerServices: (customerId: string) => `/partner/customers/${segment(customerId)}/services`,
  customerUsers: (customerId: string) => `/partner/customers/${segment(customerId)}/users`,
  customerLicenses: (customerId: string) => `/partner/customers/${segment(customerId)}/licenses`,
  customerTransfer: (customerId: string) => `/partner/customers/${segment(customerId)}/transfer`,
  customerStatements: (customerId: string) => `/partner/customers/${segment(customerId)}/statements`,
  customerStatement: (customerId: string, month: string) => `/partner/customers/${segment(customerId)}/statements/${segment(month)}`,
  customerUsage: (customerId: string) => `/partner/customers/${segment(customerId)}/usage`,
  customerDevices: (customerId: string) => `/partner/customers/${segment(customerId)}/devices`,
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
  creationRequests: '/partner/customers/creation-requests',
  newCreationRequest: '/partner/customers/creation-requests/new',
  creationRequest: (creationRequestId: string) => `/partner/customers/creation-requests/${segment(creationRequestId)}`,
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
  handOvers: '/partner/hand-overs',
  newHandOver: '/partner/hand-overs/new',
  /** where its mails lead; spelled on the server too (application/mail/hand-over-letters.ts) */
  handOver: (handOverId: string) => `/partner/hand-overs/${segment(handOverId)}`,
  serviceHealth: '/partner/service-health',
  transfers: '/partner/transfers',
  /** where its mails lead; spelled on the server too (application/mail/transfer-letters.ts) */
  transfer: (transferId: string) => `/partner/transfers/${segment(transferId)}`,
  customerHandOver: (customerId: string) => `/partner/customers/${segment(customerId)}/hand-over`,
  customerExtension: (customerId: string) => `/partner/customers/${segment(customerId)}/extension`,
  /** spelled on the server too (application/mail/service-request-letters.ts) */
  serviceRequest: (requestId: string) => `/partner/service-requests/${segment(requestId)}`,
  serviceRequests: '/partner/service-requests',
  customerServiceRequests: (customerId: string) => `/partner/customers/${segment(customerId)}/service-requests`,
  customerSupportContact: (customerId: string, subscriptionId: string) => `/partner/customers/${segment(customerId)}/subscriptions/${segment(subscriptionId)}/support-contact`,
  activity: '/partner/activity',
  support: '/partner/support',
}

const customer = {
  ...doors('/admin'),
  settings: { ...settings('/admin'), cloud: '/admin/settings/cloud' },
  /** The link's secret stands in the fragment, which no server and no referrer ever sees. */
  partnerInvitation: '/admin/partner-invitation',
  register: '/admin/register',
  /** The way out that a letter to a stranger carries; spelled on the server too (application/mail/opt-out-link.ts). */
  letterChoices: '/admin/letters',
  partners: '/admin/partners',
  partner: (partnerId: string) => `/admin/partners/${segment(partnerId)}`,
  responsibilities: '/admin/partners/responsibilities',
  handOverQuestions: '/admin/partners/hand-overs',
  handOverQuestion: (handOverId: string) => `/admin/partners/hand-overs/${segment(handOverId)}`,
  subscriptionTransfers: '/admin/partners/transfers',
  subscriptionTransfer: (transferId: string) => `/admin/partners/transfers/${segment(transferId)}`,
  findPartner: '/admin/partner-finder',
  foundPartner: (profileId: string) => `/admin/partner-finder/${segment(profileId)}`,
  writeToPartners: '/admin/partner-finder/message',
  /** spelled on the server too (application/mail/lead-letters.ts) */
  enquiries: '/admin/enquiries',
  agreements: '/admin/agreements',
  agreement: (agreementId: string) => `/admin/agreements/${segment(agreementId)}`,
  users: '/admin/users',
  ownServiceRequests: '/admin/service-requests',
  /** spelled on the server too (application/mail/service-request-letters.ts) */
  ownServiceRequest: (requestId: string) => `/admin/service-requests/${segment(requestId)}`,
  services: '/admin/services',
  serviceHealth: '/admin/services/health',
  licenses: '/admin/licenses',
  ownUsage: '/admin/usage',
  ownPurchases: '/admin/own-purchases',
  /** spelled on the server too (application/mail/own-purchase-letters.ts) */
  ownPurchase: (purchaseId: string) => `/admin/own-purchases/${segment(purchaseId)}`,
  ownDevices: '/admin/devices',
  activity: '/admin/activity',
  support: '/admin/support',
}

const operator = {
  ...doors('/operator'),
  setUp: '/operator/set-up',
  partner: (partnerId: string) => `/operator/partners/${segment(partnerId)}`,
  tenants: '/operator/organizations',
  knownCustomers: '/operator/organizations/known-customers',
  agreements: '/operator/agreements',
  publishAgreement: '/operator/agreements/new',
  agreementDraft: (draftId: string) => `/operator/agreements/drafts/${segment(draftId)}`,
  health: '/operator/health',
  branding: '/operator/branding',
  clouds: '/operator/clouds',
  cloud: (cloudId: string) => `/operator/clouds/${segment(cloudId)}`,
  catalogue: '/operator/catalogue',
  catalogueImport: '/operator/catalogue/import',
  product: (cloudId: string, productId: string) => `/operator/catalogue/${segment(cloudId)}/${segment(productId)}`,
  provisioning: '/operator/provisioning',
  connectors: '/operator/provisioning/connectors',
  serviceHealth: '/operator/service-health',
  mail: '/operator/mail',
  mailSender: '/operator/mail/sender',
  mailBlocks: '/operator/mail/addresses',
  letters: '/operator/letters',
  lostSecondFactor: '/operator/lost-second-factor',
  personalData: '/operator/personal-data',
  deskServiceRequests: '/operator/service-requests',
  deskServiceRequest: (requestId: string) => `/operator/service-requests/${segment(requestId)}`,
  activity: '/operator/activity',
  support: '/operator/support',
  audit: '/operator/audit',
}

export const paths = { partner, customer, operator }

export type Portal = keyof typeof paths

/** The page of one's own cloud, where it begins with the rule that stood in the way; operators have pages for all of them. */
export function cloudRulePath(portal: Portal, rule: string): string {
  return portal === 'operator' ? operator.clouds : `${paths[portal].settings.cloud}?rule=${encodeURIComponent(rule)}`
}

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
