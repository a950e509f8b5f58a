import { accountPermissions } from './account-permissions.ts'
import type { Permission } from './permission.ts'
import { supportPermissions } from './support/support-permissions.ts'
import { salesPermissions } from './sales-permissions.ts'

const allAgents = ['globalAdmin', 'adminAgent', 'salesAgent', 'helpdeskAgent'] as const
const askers = ['globalAdmin', 'adminAgent', 'salesAgent'] as const
const creators = ['globalAdmin', 'userManagementAdmin', 'adminAgent', 'salesAgent'] as const
const orderers = ['globalAdmin', 'billingAdmin', 'adminAgent', 'salesAgent', 'helpdeskAgent'] as const
const peopleAdmins = ['globalAdmin', 'userManagementAdmin', 'globalAdministrator', 'userAdministrator', 'operator'] as const
const removers = ['globalAdmin', 'adminAgent'] as const
const profileWriters = ['globalAdmin', 'referralsAdmin', 'businessProfileAdmin'] as const
const leadWorkers = ['globalAdmin', 'adminAgent', 'salesAgent', 'referralsAdmin'] as const
const enquirers = ['globalAdministrator', 'billingAdministrator'] as const

/** What a partner does to a customer's users; a cloud may take it from a role (C.3). */
const onBehalf = { on: 'ownTenantOrCustomer', partnerMustBe: 'active', deniedAs: 'manageUsers' } as const

/**
 * Who may do what: one line per action, the only such table. Enforcement, docs/permissions.md, the route matrix
 * and the portals' buttons follow from it. Decision 8: Admin agent ⊇ Sales agent ∪ Helpdesk agent on customers, Global admin ⊇ all.
 */
export const permissions = {
  'self.read': { roles: ['person'], on: 'ownTenant', source: 'C.2 default user' },
  'self.update': { roles: ['person'], on: 'ownTenant', source: 'C.2 default user' },
  'self.secure': { roles: ['person'], on: 'ownTenant', stepUp: true, source: 'R21' },
  // By somebody whose sign-in awaits it, or by a signed-in person with a recent step-up: the use case tells them apart.
  'self.enrolSecondFactor': { roles: ['visitor'], on: 'ownTenant', source: 'R24, decision 10' },
  'session.start': { roles: ['visitor'], on: 'ownTenant', source: 'R24' },
  'session.end': { roles: ['visitor'], on: 'ownTenant', source: 'R21' },
  'installation.setUp': { roles: ['visitor'], on: 'installation', source: 'decision 26' },

  'tenant.read': { roles: ['person'], on: 'ownTenant', source: 'F.1 account settings' },
  'tenant.update': { roles: ['globalAdmin', 'globalAdministrator', 'operator'], on: 'ownTenant', source: 'C.2' },
  'person.list': {
    roles: ['globalAdmin', 'userManagementAdmin', 'adminAgent', 'globalAdministrator', 'billingAdministrator', 'userAdministrator', 'helpdeskAdministrator', 'operator'],
    on: 'ownTenant',
    source: 'C.3 partner users and roles; C.5 read users',
  },
  'person.invite': { roles: peopleAdmins, on: 'ownTenant', source: 'C.3, C.5 create user' },
  'person.create': { roles: peopleAdmins, on: 'ownTenant', source: 'C.3 customer users, C.5 create user' },
  'person.update': { roles: peopleAdmins, on: 'ownTenant', stepUp: true, source: 'C.3, R21' },
  'person.resetPassword': { roles: [...peopleAdmins, 'helpdeskAdministrator'], on: 'ownTenant', stepUp: true, source: 'C.3 customer users: reset; R21' },
  'person.endSessions': { roles: [...peopleAdmins, 'helpdeskAdministrator'], on: 'ownTenant', source: 'C.3, R21' },
  'person.export': { roles: peopleAdmins, on: 'ownTenant', stepUp: true, source: 'issue 5, users; R10' },
  'person.assignLicenses': { roles: ['globalAdministrator', 'userAdministrator'], on: 'ownTenant', source: 'C.5 assign licences; F.1 users and licences' },
  'signInProvider.read': { roles: ['globalAdmin', 'globalAdministrator', 'operator'], on: 'ownTenant', source: 'decision 10' },
  'signInProvider.manage': { roles: ['globalAdmin', 'globalAdministrator', 'operator'], on: 'ownTenant', stepUp: true, source: 'decision 10, R21' },
  'notification.read': { roles: ['person'], on: 'ownTenant', source: 'issue 3, notifications; each only while the roles still open what it is about' },
  'notification.update': { roles: ['person'], on: 'ownTenant', source: 'issue 3, notifications' },
  'notification.stopMails': { roles: ['visitor'], on: 'link', source: 'issue 3, notifications: the link under a mail' },
  'cloud.readOwn': { roles: ['person'], on: 'ownTenant', source: 'issue, clouds: the rules before the mistake' },
  'activity.read': { roles: ['person'], on: 'ownTenant', source: 'C.3 activity log' },

  // A suspended partner takes its own evidence along, too: it may need it to defend itself.
  'evidence.export': { roles: ['globalAdmin', 'globalAdministrator'], on: 'ownTenant', source: 'issue, own evidence; R34' },
  'personalData.takeOwn': { roles: ['person'], on: 'ownTenant', stepUp: true, source: 'R34' },
  'personalData.take': { roles: ['globalAdmin', 'globalAdministrator', 'operator'], on: 'ownTenant', stepUp: true, source: 'R34' },
  'personalData.takeAny': { roles: ['operator'], on: 'installation', stepUp: true, source: 'R34' },
  'person.erase': { roles: ['globalAdmin', 'globalAdministrator', 'operator'], on: 'ownTenant', stepUp: true, source: 'R34' },
  'person.previewErasure': { roles: ['globalAdmin', 'globalAdministrator', 'operator'], on: 'ownTenant', source: 'R34' },
  'person.eraseAny': { roles: ['operator'], on: 'installation', stepUp: true, source: 'R34' },
  'tenant.previewClosure': { roles: ['globalAdmin', 'globalAdministrator'], on: 'ownTenant', source: 'issue, account life' },
  'tenant.close': { roles: ['globalAdmin', 'globalAdministrator'], on: 'ownTenant', stepUp: true, source: 'issue, account life' },
  'evidence.noteExportEnd': { roles: ['system'], on: 'installation', source: 'R10: what a stopped export gave out is kept, although nobody may ask any more' },

  'customer.list': { roles: allAgents, on: 'ownTenant', source: 'C.3 customer list' },
  // A suspended partner goes on reading its list, and takes no copy of it along.
  'customer.export': { roles: askers, on: 'ownTenant', partnerMustBe: 'active', source: 'C.3 customer list, export; S4.L6, S4.L6.6; R10' },
  'customer.noteExportEnd': { roles: ['system'], on: 'installation', source: 'R10: what a stopped export gave out is kept, although nobody may ask any more' },
  'customer.read': { roles: allAgents, on: 'customer', needs: 'pastOrPresentRelationship', source: 'C.3 customer list; decisions 13 and 17: what a removal left stays to be seen' },
  'customer.updateAccount': {
    roles: allAgents,
    on: 'customer',
    needs: 'relationship',
    partnerMustBe: 'active',
    deniedAs: 'editBillingProfile',
    source: 'C.3 update customer account, edit details',
  },
  'customer.create': { roles: creators, on: 'ownTenant', partnerMustBe: 'activeAndPaid', deniedAs: 'createCustomers', source: 'S1.L1, C.3 add new customer' },
  // What the form asks while it is filled in; the standing of the partner is part of the answer.
  'customer.prepare': { roles: creators, on: 'ownTenant', deniedAs: 'createCustomers', source: 'S1.L1, S1.L1.7' },
  'customer.reissueCredentials': {
    roles: creators,
    on: 'customer',
    needs: 'relationship',
    stepUp: true,
    partnerMustBe: 'active',
    deniedAs: 'createCustomers',
    source: 'S1.L1.6; only while the first administrator never came',
  },
  'agreement.attest': {
    roles: askers,
    on: 'customer',
    needs: 'relationship',
    partnerMustBe: 'active',
    deniedAs: 'seeAgreement',
    source: 'C.3 attest, D.6; the kinds of partner are a line of the manifest',
  },
  'customer.remove': {
    roles: removers,
    on: 'customer',
    // past, too: a repeated request gets its stored answer after the act ended the relationship; the act itself asks for an active one
    needs: 'pastOrPresentRelationship',
    stepUp: true,
    source: 'decisions 8 and 13, S1.2, S1.44-47',
  },
  'customer.extend': { roles: removers, on: 'customer', needs: 'relationship', stepUp: true, partnerMustBe: 'activeAndPaid', deniedAs: 'requestRelationships', source: 'D.2, C.3 extend relationship to provider' },
  'customer.answerEnd': { roles: removers, on: 'customer', needs: 'pastOrPresentRelationship', stepUp: true, source: 'decision 15' },

  'relationshipRequest.list': { roles: allAgents, on: 'ownTenant', source: 'C.3, H-1' },
  'relationshipRequest.check': { roles: askers, on: 'ownTenant', deniedAs: 'requestRelationships', source: 'decision 8; the standing of the partner is part of the answer' },
  'relationshipRequest.create': {
    roles: askers,
    on: 'ownTenant',
    partnerMustBe: 'activeAndPaid',
    deniedAs: 'requestRelationships', source: 'decision 8; S3.1, S1.2, S4.4-6; D.1 G1-G2',
  },
  'relationshipRequest.createJoint': {
    roles: ['globalAdmin', 'adminAgent'],
    on: 'ownTenant',
    partnerMustBe: 'activeAndPaid',
    deniedAs: 'requestRelationships', source: 'decision 8, S1.2',
  },
  'relationshipRequest.edit': { roles: askers, on: 'ownTenant', partnerMustBe: 'activeAndPaid', deniedAs: 'requestRelationships', source: 'decision 8' },
  'relationshipRequest.share': { roles: askers, on: 'ownTenant', partnerMustBe: 'activeAndPaid', deniedAs: 'requestRelationships', source: 'decision 8' },
  'relationshipRequest.remind': { roles: askers, on: 'ownTenant', partnerMustBe: 'activeAndPaid', deniedAs: 'requestRelationships', source: 'decision 8' },
  'relationshipRequest.resend': { roles: askers, on: 'ownTenant', partnerMustBe: 'activeAndPaid', deniedAs: 'requestRelationships', source: 'decisions 3 and 8' },
  'relationshipRequest.withdraw': { roles: askers, on: 'ownTenant', deniedAs: 'requestRelationships', source: 'decision 6' },
  'relationshipRequest.expire': { roles: ['system'], on: 'installation', source: 'decision 3' },
  'partnerLink.read': { roles: askers, on: 'ownTenant', partnerMustBe: 'activeAndPaid', deniedAs: 'requestRelationships', source: 'decision 3' },
  'partnerLink.rotate': { roles: removers, on: 'ownTenant', stepUp: true, deniedAs: 'requestRelationships', source: 'decision 3, R1' },

  'campaign.read': { roles: allAgents, on: 'ownTenant', source: 'issue, campaigns; C.3 as the requests it makes' },
  'campaign.prepare': { roles: askers, on: 'ownTenant', partnerMustBe: 'active', deniedAs: 'requestRelationships', source: 'issue, campaigns; decision 8' },
  'campaign.run': { roles: askers, on: 'ownTenant', partnerMustBe: 'activeAndPaid', deniedAs: 'requestRelationships', source: 'issue, campaigns; decision 8, D.1 G1-G2; asked again before every batch (R10)' },
  'campaign.stop': { roles: askers, on: 'ownTenant', deniedAs: 'requestRelationships', source: 'issue, campaigns; decision 6' },
  // As the customer list: a suspended partner reads it, and takes no copy along.
  'campaign.export': { roles: askers, on: 'ownTenant', partnerMustBe: 'active', source: 'issue, campaigns; as customer.export' },
  'campaign.noteExportEnd': { roles: ['system'], on: 'installation', source: 'R10: what a stopped export gave out is kept, although nobody may ask any more' },
  'campaign.work': { roles: ['system'], on: 'installation', source: 'issue, campaigns' },
  'partnership.list': { roles: [...allAgents, 'userManagementAdmin'], on: 'ownTenant', source: 'F.1 indirect resellers, indirect providers' },
  'partnership.ask': { roles: creators, on: 'ownTenant', partnerMustBe: 'activeAndPaid', source: 'C.3 request partnership with reseller; D.3' },
  'partnership.edit': { roles: creators, on: 'ownTenant', partnerMustBe: 'activeAndPaid', source: 'C.3, D.3' },
  'partnership.share': { roles: creators, on: 'ownTenant', partnerMustBe: 'activeAndPaid', source: 'C.3, D.3' },
  'partnership.withdraw': { roles: creators, on: 'ownTenant', source: 'C.3, D.3' },
  'partnership.open': { roles: ['visitor'], on: 'link', source: 'D.3, decision 4' },
  'partnership.authorize': { roles: ['globalAdmin'], on: 'link', stepUp: true, source: 'C.3 accept partnership, S4.L1.1' },
  'partnership.decline': { roles: ['globalAdmin'], on: 'link', source: 'D.3, decision 6' },
  'partnership.remove': { roles: removers, on: 'ownTenant', stepUp: true, source: 'C.3 remove partnership, D.3, decision 8' },
  'partnership.removeAccess': { roles: ['globalAdmin'], on: 'ownTenant', stepUp: true, source: 'S4.L1.2' },
  'partnership.expire': { roles: ['system'], on: 'installation', source: 'D.3, decision 3' },

  'handOver.list': { roles: [...allAgents, 'globalAdministrator', 'billingAdministrator'], on: 'ownTenant', source: 'issue, hand-over; C.3 customer list, C.4' },
  'extension.preview': { roles: allAgents, on: 'customer', needs: 'relationship', source: 'issue, extension (D.2): what it would change, before it is done' },
  'handOver.preview': { roles: allAgents, on: 'customer', needs: 'relationship', source: 'issue, hand-over: what it would end, before it is proposed' },
  'handOver.propose': { roles: removers, on: 'ownTenant', partnerMustBe: 'activeAndPaid', deniedAs: 'requestRelationships', source: 'issue, hand-over; as a joint request and a removal (decision 8)' },
  'handOver.agree': { roles: removers, on: 'ownTenant', partnerMustBe: 'activeAndPaid', deniedAs: 'requestRelationships', source: 'issue, hand-over' },
  'handOver.accept': { roles: ['globalAdministrator'], on: 'ownTenant', stepUp: true, source: 'issue, hand-over: the customer consents; decision 8' },
  'handOver.decline': { roles: [...removers, 'globalAdministrator'], on: 'ownTenant', source: 'issue, hand-over; decision 6' },
  'handOver.withdraw': { roles: removers, on: 'ownTenant', source: 'issue, hand-over; decision 6' },
  'handOver.expire': { roles: ['system'], on: 'installation', source: 'issue, hand-over; D.11' },
  'creationRequest.list': { roles: [...allAgents, 'userManagementAdmin'], on: 'ownTenant', source: 'decision 17; as partnerships' },
  'creationRequest.ask': { roles: creators, on: 'ownTenant', partnerMustBe: 'activeAndPaid', deniedAs: 'createCustomers', source: 'decision 17, S1.53, S4.16; C.3 add new customer' },
  'creationRequest.withdraw': { roles: creators, on: 'ownTenant', deniedAs: 'createCustomers', source: 'decisions 6 and 17' },
  'creationRequest.decline': { roles: creators, on: 'ownTenant', deniedAs: 'createCustomers', source: 'decisions 6 and 17' },
  'businessProfile.read': { roles: [...allAgents, 'referralsAdmin', 'businessProfileAdmin'], on: 'ownTenant', source: 'S4.L2, F.1 business profile' },
  'businessProfile.write': { roles: profileWriters, on: 'ownTenant', partnerMustBe: 'active', source: 'S4.L2, C.3 business profile' },
  // A page goes out of the finder also while the partner is suspended.
  'businessProfile.unpublish': { roles: profileWriters, on: 'ownTenant', source: 'S4.L2, C.3 business profile' },
  'businessProfile.seeLogo': { roles: ['visitor'], on: 'installation', source: 'S4.L2.2: a picture that a partner published' },
  'lead.list': { roles: leadWorkers, on: 'ownTenant', source: 'S4.L3, C.3 leads' },
  'lead.work': { roles: leadWorkers, on: 'ownTenant', partnerMustBe: 'active', source: 'S4.L3, C.3 leads, D.10' },
  'lead.expire': { roles: ['system'], on: 'installation', source: 'S4.L3.4' },
  'partnerFinder.search': { roles: enquirers, on: 'ownTenant', source: 'S1.27, S4.L2.4' },
  'enquiry.send': { roles: enquirers, on: 'ownTenant', source: 'S1.27, S4.L3.5' },
  'enquiry.list': { roles: enquirers, on: 'ownTenant', source: 'issue, referrals: the customer sees what it sent' },
  'enquiry.withdraw': { roles: enquirers, on: 'ownTenant', source: 'issue, referrals' },
  'lead.import': { roles: ['operator'], on: 'installation', source: 'S4.L3.2: marketing- and sales-qualified leads come from outside' },

  'partnerAgreement.read': { roles: [...allAgents, 'userManagementAdmin', 'billingAdmin'], on: 'ownTenant', source: 'S4.L1.5' },
  'partnerAgreement.sign': { roles: ['globalAdmin'], on: 'ownTenant', stepUp: true, source: 'S4.L1.5-6' },

  'offer.list': { roles: orderers, on: 'customer', needs: 'relationship', deniedAs: 'manageSubscriptions', source: 'C.3, F.1 new subscription' },
  // Asked beside listing: a role without it orders without seeing what it costs.
  'price.see': { roles: orderers, on: 'customer', needs: 'relationship', deniedAs: 'seePrices', source: 'C.3, China "cannot" lists' },
  'subscription.list': { roles: orderers, on: 'customer', needs: 'pastOrPresentRelationship', source: 'F.1 customer, subscriptions; decision 16: others see it and cannot change it' },
  'order.place': {
    roles: orderers,
    on: 'customer',
    needs: 'relationship',
    partnerMustBe: 'activeAndPaid',
    deniedAs: 'manageSubscriptions', source: 'C.3 create subscription, D.8, S2.L5.2, S1.30-42',
  },
  'subscription.changeSeats': {
    roles: [...creators, 'helpdeskAgent'],
    on: 'customer',
    needs: 'relationship',
    partnerMustBe: 'activeAndPaid',
    deniedAs: 'manageSubscriptions', source: 'C.3 add licences, S2.L5.2',
  },
  'subscription.change': { roles: orderers, on: 'customer', needs: 'relationship', partnerMustBe: 'active', deniedAs: 'manageSubscriptions', source: 'C.3 suspend or cancel subscription, D.7' },
  'subscription.changeReseller': { roles: askers, on: 'customer', needs: 'relationship', partnerMustBe: 'activeAndPaid', deniedAs: 'manageSubscriptions', source: 'S1.42, S2.11' },
  ...salesPermissions,
  ...accountPermissions,
  'subscription.end': { roles: ['system'], on: 'installation', source: 'D.7, S2.L4.2' },

  'invitation.open': { roles: ['visitor'], on: 'link', source: 'decision 4' },
  'invitation.askFreshLink': { roles: ['visitor'], on: 'link', source: 'field.md 3b-4' },
  'invitation.register': { roles: ['visitor'], on: 'link', source: 'decision 27' },
  // Billing administrators only where the cloud's manifest lets them (domain/invitations/verdict.ts).
  'invitation.accept': { roles: ['globalAdministrator', 'billingAdministrator'], on: 'link', stepUp: true, source: 'decision 8, S4.L5' },
  'invitation.decline': { roles: ['globalAdministrator', 'billingAdministrator'], on: 'link', source: 'decisions 6 and 8' },

  'partnerRelationship.list': { roles: ['globalAdministrator', 'billingAdministrator'], on: 'ownTenant', source: 'S0.L1.4, C.4' },
  'privileges.remove': { roles: ['globalAdministrator'], on: 'ownTenant', stepUp: true, source: 'S0.25, S0.L1.6, C.4' },
  'partnerRelationship.askEnd': { roles: ['globalAdministrator'], on: 'ownTenant', stepUp: true, source: 'decision 15' },
  'agreement.sign': { roles: ['globalAdministrator', 'billingAdministrator'], on: 'ownTenant', stepUp: true, source: 'D.6, decision 8' },
  'agreement.read': { roles: ['globalAdministrator', 'billingAdministrator'], on: 'ownTenant', source: 'C.4' },

  'organization.read': {
    roles: ['globalAdministrator', 'helpdeskAdministrator', 'billingAdministrator'],
    on: 'ownTenantOrCustomer',
    partnerMustBe: 'active',
    deniedAs: 'administerOnBehalf', source: 'decision 9, S0.4',
  },
  'organization.update': { roles: ['globalAdministrator'], on: 'ownTenantOrCustomer', partnerMustBe: 'active', deniedAs: 'administerOnBehalf', source: 'decision 9, S0.4' },
  // On behalf of a customer; its own people do the same by the lines `person.*`. Who of a partner acts in which role is decision 9;
  // the other roles are those that C.5 asks of an admin relationship for the task.
  'directoryUser.list': {
    roles: ['globalAdministrator', 'helpdeskAdministrator', 'billingAdministrator', 'userAdministrator', 'directoryReader', 'globalReader'],
    on: 'ownTenantOrCustomer',
    partnerMustBe: 'active',
    deniedAs: 'administerOnBehalf', source: 'decision 9, S0.L1.8, C.5 read users',
  },
  'directoryUser.create': { ...onBehalf, roles: ['globalAdministrator', 'userAdministrator', 'directoryWriter'], source: 'decision 9, C.5 create user' },
  'directoryUser.readLicenses': { ...onBehalf, roles: ['globalAdministrator', 'helpdeskAdministrator', 'userAdministrator', 'directoryReader', 'globalReader', 'licenseAdministrator'], source: 'C.5 read licences and available SKUs' },
  'directoryUser.assignLicenses': { ...onBehalf, roles: ['globalAdministrator', 'helpdeskAdministrator', 'userAdministrator', 'directoryWriter', 'licenseAdministrator'], source: 'C.5 assign licences; C.3 bulk: Helpdesk agent too; S1.41' },
  'directoryUser.update': { ...onBehalf, roles: ['globalAdministrator', 'userAdministrator'], stepUp: true, source: 'decision 9, C.5 delete user' },
  'directoryUser.changeRoles': { ...onBehalf, roles: ['globalAdministrator', 'privilegedRoleAdministrator'], stepUp: true, source: 'decision 9, C.5 add or remove a user to a directory role' },
  'directoryUser.resetPassword': { ...onBehalf, roles: ['globalAdministrator', 'userAdministrator', 'helpdeskAdministrator'], stepUp: true, source: 'decision 9, C.3 customer users: reset' },
  'directoryUser.endSessions': { ...onBehalf, roles: ['globalAdministrator', 'userAdministrator', 'helpdeskAdministrator'], source: 'decision 9, C.3' },
  'directoryUser.export': { ...onBehalf, roles: ['globalAdministrator', 'userAdministrator'], stepUp: true, source: 'decision 9; issue 5, users; R10' },

  'operator.read': { roles: ['operator'], on: 'installation', source: 'For whom' },
  'person.recover': { roles: ['operator'], on: 'installation', stepUp: true, source: 'issue, account life: the last administrator' },
  'partner.enrol': { roles: ['operator'], on: 'installation', source: 'issue, People' },
  'partner.verify': { roles: ['operator'], on: 'installation', source: 'decision 7' },
  'partner.recordCheck': { roles: ['operator'], on: 'installation', source: 'S4.L1.5' },
  'partner.recordAgreement': { roles: ['operator'], on: 'installation', stepUp: true, source: 'S4.L1.5-6' },
  'partnerAgreement.publish': { roles: ['operator'], on: 'installation', stepUp: true, source: 'S4.L1.5' },
  'partner.setStanding': { roles: ['operator'], on: 'installation', stepUp: true, source: 'D.1 G2, S2.L5.2' },
  'customerTenant.import': { roles: ['operator'], on: 'installation', source: 'decision 27' },
  'knownTie.import': { roles: ['operator'], on: 'installation', source: 'S1.6, S4.12, S4.19; issue, existing customers at enrolment' },
  'customerTenant.create': { roles: ['operator'], on: 'installation', source: 'decision 27' },
  'customerTenant.close': { roles: ['operator'], on: 'installation', stepUp: true, source: 'operator console' },
  'customerTenant.setSegment': { roles: ['operator'], on: 'installation', source: 'issue 5, catalogue: availabilities per segment' },
  'branding.read': { roles: ['visitor'], on: 'installation', source: 'product.md, Words' },
  'branding.change': { roles: ['operator'], on: 'installation', stepUp: true, source: 'product.md, Words' },
  'cloud.change': { roles: ['operator'], on: 'installation', stepUp: true, source: 'decisions 1, 2, 8, 10, 13' },
  'agreementDraft.write': { roles: ['operator'], on: 'installation', source: 'D.6' },
  'agreementVersion.publish': { roles: ['operator'], on: 'installation', stepUp: true, source: 'D.6' },
  'catalogue.read': { roles: ['operator'], on: 'installation', source: 'issue 5, catalogue' },
  'catalogue.change': { roles: ['operator'], on: 'installation', stepUp: true, source: 'issue 5, catalogue: what partners pay' },
  'provisioning.read': { roles: ['operator'], on: 'installation', source: 'decision 28' },
  'provisioning.settle': { roles: ['operator'], on: 'installation', source: 'decision 28: by a click, never by a timer' },
  'provisioning.answer': { roles: ['visitor'], on: 'installation', source: 'decision 28: a connector, by its signature' },
  'connector.manage': { roles: ['operator'], on: 'installation', stepUp: true, source: 'decision 28: where orders go' },
  'mail.read': { roles: ['operator'], on: 'installation', source: 'issue, Mail' },
  'mail.retry': { roles: ['operator'], on: 'installation', source: 'issue, Mail' },
  'mail.giveUp': { roles: ['operator'], on: 'installation', source: 'issue, Mail' },
  'mail.changeSender': { roles: ['operator'], on: 'installation', stepUp: true, source: 'issue, Mail' },
  'mail.test': { roles: ['operator'], on: 'installation', source: 'issue, Mail' },
  'mailBlock.read': { roles: ['operator'], on: 'installation', source: 'issue, Mail: bounces, opt-out' },
  'mailBlock.manage': { roles: ['operator'], on: 'installation', source: 'issue, Mail: bounces, opt-out' },
  // By whoever holds the way out that a letter carries; the letter says whose address it is.
  'mailBlock.chooseOwn': { roles: ['visitor'], on: 'installation', source: 'issue, Notifications; R39' },
  'audit.read': { roles: ['operator'], on: 'installation', source: 'issue, audit; reliability.md: operator reads are events' },
  'audit.export': { roles: ['operator'], on: 'installation', stepUp: true, source: 'issue, audit' },
  ...supportPermissions,
  'mail.handOutCode': { roles: ['operator'], on: 'installation', stepUp: true, source: 'issue, Mail' },
  'person.noteExportEnd': { roles: ['system'], on: 'installation', source: 'R10: what a stopped export gave out is kept, although nobody may ask any more' },
  'serviceHealth.read': { roles: [...allAgents, 'globalAdministrator', 'billingAdministrator', 'helpdeskAdministrator'], on: 'ownTenant', deniedAs: 'seeServiceHealth', source: 'C.2, C.3; issue 5, services' },
  'serviceHealth.state': { roles: ['operator'], on: 'installation', source: 'issue 5, services: what the operator or a feed states, no constant green' },
  'installation.run': { roles: ['system'], on: 'installation', source: 'jobs, command line' },
} as const satisfies Record<string, Permission>

export type Action = keyof typeof permissions

export const actions = Object.keys(permissions) as Action[]

export function permissionOf(action: Action): Permission {
  return permissions[action]
}
