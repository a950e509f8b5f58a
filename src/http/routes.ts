import { activityRoutes } from './portal/activity.ts'
import { agreementDraftRoutes } from './portal/agreement-drafts.ts'
import { agreementRoutes } from './portal/agreements.ts'
import { attestationRoutes } from './portal/attestations.ts'
import { campaignExportRoutes } from './portal/campaign-export.ts'
import { businessProfileRoutes } from './portal/business-profiles.ts'
import { campaignRoutes } from './portal/campaigns.ts'
import { customerExportRoutes } from './portal/customer-export.ts'
import { customerRoutes } from './portal/customers.ts'
import { erasureRoutes } from './portal/erasures.ts'
import { evidenceExportRoutes } from './portal/evidence-export.ts'
import { invitationRoutes } from './portal/invitations.ts'
import { leadRoutes } from './portal/leads.ts'
import { letterChoiceRoutes } from './portal/letter-choices.ts'
import { mailChangeRoutes } from './portal/mail-change.ts'
import { meRoutes } from './portal/me.ts'
import { newCustomerOrderRoutes } from './portal/new-customer-orders.ts'
import { newCustomerRoutes } from './portal/new-customers.ts'
import { notificationPreferenceRoutes } from './portal/notification-preferences.ts'
import { notificationRoutes } from './portal/notifications.ts'
import { operatorAuditRoutes } from './portal/operator-audit.ts'
import { operatorBrandingRoutes } from './portal/operator-branding.ts'
import { operatorCloudRoutes } from './portal/operator-clouds.ts'
import { operatorCustomerRoutes } from './portal/operator-customers.ts'
import { creationRequestRoutes } from './portal/creation-requests.ts'
import { operatorKnownCustomerRoutes } from './portal/operator-known-customers.ts'
import { operatorEnrolmentRoutes } from './portal/operator-enrolment.ts'
import { operatorHealthRoutes } from './portal/operator-health.ts'
import { operatorLetterRoutes } from './portal/operator-letters.ts'
import { operatorMailBlockRoutes } from './portal/operator-mail-blocks.ts'
import { operatorMailRoutes } from './portal/operator-mails.ts'
import { operatorManifestRoutes } from './portal/operator-manifests.ts'
import { operatorPartnerRoutes } from './portal/operator-partners.ts'
import { operatorPeopleRoutes } from './portal/operator-people.ts'
import { operatorSupportRoutes } from './portal/operator-support.ts'
import { operatorRoutes } from './portal/operator.ts'
import { organizationRoutes } from './portal/organization.ts'
import { partnerAgreementRoutes } from './portal/partner-agreement.ts'
import { partnerFinderRoutes } from './portal/partner-finder.ts'
import { partnerLinkRoutes } from './portal/partner-link.ts'
import { partnerRelationshipRoutes } from './portal/partner-relationships.ts'
import { extensionRoutes } from './portal/extensions.ts'
import { handOverRoutes } from './portal/hand-overs.ts'
import { partnershipRoutes } from './portal/partnerships.ts'
import { passkeyRoutes } from './portal/passkeys.ts'
import { licenseRoutes } from './portal/licenses.ts'
import { peopleJobRoutes } from './portal/people-jobs.ts'
import { peopleActRoutes } from './portal/people-acts.ts'
import { peopleFileRoutes } from './portal/people-files.ts'
import { peopleRoutes } from './portal/people.ts'
import { personalDataRoutes } from './portal/personal-data.ts'
import { providerInvitationRoutes } from './portal/provider-invitations.ts'
import { registrationRoutes } from './portal/registration.ts'
import { relationshipRequestRoutes } from './portal/relationship-requests.ts'
import { removalRoutes } from './portal/removal.ts'
import { sessionRoutes } from './portal/session.ts'
import { setUpRoutes } from './portal/set-up.ts'
import { signInProviderRoutes } from './portal/sign-in-provider.ts'
import { tenantClosureRoutes } from './portal/tenant-closure.ts'
import { serviceRequestRoutes } from './portal/service-requests.ts'
import { supportCaseRoutes } from './portal/support-cases.ts'
import { supportContactRoutes } from './portal/support-contacts.ts'
import { ownCloudRoutes } from './portal/own-cloud.ts'
import { tenantRoutes } from './portal/tenant.ts'
import { operatorCatalogueRoutes } from './portal/operator-catalogue.ts'
import { operatorConnectorRoutes } from './portal/operator-connectors.ts'
import { provisioningCallRoutes } from './portal/provisioning-calls.ts'
import { operatorProvisioningRoutes } from './portal/operator-provisioning.ts'
import { serviceHealthRoutes } from './portal/service-health.ts'
import { ownServiceRoutes } from './portal/own-services.ts'
import { cartRoutes } from './portal/carts.ts'
import { orderRoutes } from './portal/orders.ts'
import { statementRoutes } from './portal/statements.ts'
import { subscriptionRoutes } from './portal/subscriptions.ts'
import { transferRoutes } from './portal/transfers.ts'
import { deviceRoutes } from './portal/devices.ts'
import { usageRoutes } from './portal/usage.ts'
import { ownPurchaseRoutes } from './portal/own-purchases.ts'
import { purchasePermissionRoutes } from './portal/purchase-permissions.ts'
import type { AnyRoute } from './route.ts'

/** Every route of our own API. The router, the API description, the route matrix and the docs read this table. */
export const portalRoutes: readonly AnyRoute[] = [
  ...partnerRelationshipRoutes,
  ...organizationRoutes,
  ...agreementRoutes,
  ...agreementDraftRoutes,
  ...activityRoutes,
  ...invitationRoutes,
  ...registrationRoutes,
  ...customerRoutes,
  ...customerExportRoutes,
  ...evidenceExportRoutes,
  ...personalDataRoutes,
  ...erasureRoutes,
  ...tenantClosureRoutes,
  ...newCustomerRoutes,
  ...newCustomerOrderRoutes,
  ...attestationRoutes,
  ...removalRoutes,
  ...relationshipRequestRoutes,
  ...partnerLinkRoutes,
  ...campaignRoutes,
  ...campaignExportRoutes,
  ...partnershipRoutes,
  ...handOverRoutes,
  ...extensionRoutes,
  ...providerInvitationRoutes,
  ...businessProfileRoutes,
  ...partnerFinderRoutes,
  ...leadRoutes,
  ...sessionRoutes,
  ...meRoutes,
  ...passkeyRoutes,
  ...mailChangeRoutes,
  ...signInProviderRoutes,
  ...notificationRoutes,
  ...notificationPreferenceRoutes,
  ...peopleRoutes,
  ...peopleActRoutes,
  ...licenseRoutes,
  ...peopleJobRoutes,
  ...peopleFileRoutes,
  ...tenantRoutes,
  ...ownCloudRoutes,
  ...setUpRoutes,
  ...operatorRoutes,
  ...operatorMailRoutes,
  ...operatorMailBlockRoutes,
  ...letterChoiceRoutes,
  ...supportCaseRoutes,
  ...supportContactRoutes,
  ...serviceRequestRoutes,
  ...operatorSupportRoutes,
  ...operatorAuditRoutes,
  ...operatorPartnerRoutes,
  ...operatorEnrolmentRoutes,
  ...operatorCustomerRoutes,
  ...operatorKnownCustomerRoutes,
  ...creationRequestRoutes,
  ...partnerAgreementRoutes,
  ...operatorCloudRoutes,
  ...operatorManifestRoutes,
  ...operatorBrandingRoutes,
  ...operatorHealthRoutes,
  ...operatorLetterRoutes,
  ...operatorPeopleRoutes,
  ...operatorCatalogueRoutes,
  ...operatorProvisioningRoutes,
  ...operatorConnectorRoutes,
  ...provisioningCallRoutes,
  ...serviceHealthRoutes,
  ...ownServiceRoutes,
  ...orderRoutes,
  ...cartRoutes,
  ...subscriptionRoutes,
  ...transferRoutes,
  ...statementRoutes,
  ...usageRoutes,
  ...purchasePermissionRoutes,
  ...ownPurchaseRoutes,
  ...deviceRoutes,
]
