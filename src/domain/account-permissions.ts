import type { Permission } from './permission.ts'

const orderers = ['globalAdmin', 'billingAdmin', 'adminAgent', 'salesAgent', 'helpdeskAgent'] as const
const adminAgents = ['globalAdmin', 'adminAgent'] as const

/** Usage services, devices and own purchases of a customer: part of the one table in permissions.ts. */
export const accountPermissions = {
  'usage.list': { roles: orderers, on: 'customer', needs: 'pastOrPresentRelationship', source: 'as subscriptions; what a partner is no owner of and did not sell it does not see [S0.L1.10]' },
  'usage.provision': { roles: orderers, on: 'customer', needs: 'relationship', partnerMustBe: 'activeAndPaid', deniedAs: 'manageSubscriptions', source: 'C.3 create subscription, S0.6, S3.7: without admin privileges' },
  // By the owner assignment of the Admin agents group, which outlives relationship and privileges; Global admin by decision 8.
  'usage.manage': { roles: adminAgents, on: 'customer', needs: 'pastOrPresentRelationship', partnerMustBe: 'active', deniedAs: 'manageSubscriptions', source: 'S0.6, S0.L1.11-12' },
  'ownUsage.list': { roles: ['globalAdministrator', 'billingAdministrator'], on: 'ownTenant', source: 'S0.L1.12, C.4' },
  'ownUsage.changeOwners': { roles: ['globalAdministrator'], on: 'ownTenant', stepUp: true, source: 'S0.L1.12, C.4, D.5: the customer ends and re-creates the assignment' },
  'device.list': { roles: ['globalAdmin', 'userManagementAdmin', 'adminAgent', 'salesAgent'], on: 'customer', needs: 'relationship', source: 'C.3 Autopilot, C.2' },
  'device.manage': { roles: adminAgents, on: 'customer', needs: 'relationship', partnerMustBe: 'active', source: 'C.3 Autopilot, S0.L1.13: with a relationship, without privileges; decision 8' },
  'ownDevice.list': { roles: ['globalAdministrator', 'userAdministrator'], on: 'ownTenant', source: 'S0.L1.13: the customer sees all its devices' },
  'ownDevice.manage': { roles: ['globalAdministrator'], on: 'ownTenant', source: 'S0.L1.13: those it uploaded' },
  'purchasePermission.read': { roles: ['globalAdmin', 'adminAgent', 'salesAgent', 'helpdeskAgent'], on: 'customer', needs: 'pastOrPresentRelationship', source: 'S4.L8.1: Sales and Helpdesk agents read' },
  'purchasePermission.switch': { roles: adminAgents, on: 'customer', needs: 'relationship', partnerMustBe: 'activeAndPaid', deniedAs: 'manageSubscriptions', source: 'S4.L8.1; decision 8' },
  // Open also to a partner that may not sell: it takes a right away.
  'purchasePermission.end': { roles: adminAgents, on: 'customer', needs: 'relationship', source: 'S4.L8.1; decision 47' },
  'ownPurchase.list': { roles: ['globalAdmin', 'billingAdmin', 'adminAgent', 'salesAgent', 'helpdeskAgent'], on: 'customer', needs: 'pastOrPresentRelationship', source: 'S4.L8.5' },
  'ownPurchase.approve': { roles: adminAgents, on: 'customer', needs: 'relationship', partnerMustBe: 'activeAndPaid', deniedAs: 'manageSubscriptions', source: 'issue, item 7: approval before purchase' },
  'ownPurchase.decline': { roles: adminAgents, on: 'customer', needs: 'relationship', source: 'issue, item 7: approval before purchase' },
  'ownPurchase.read': { roles: ['globalAdministrator', 'billingAdministrator'], on: 'ownTenant', source: 'S4.L8.5, C.4' },
  'ownPurchase.buy': { roles: ['globalAdministrator'], on: 'ownTenant', source: 'S4.25, S4.L8; decision 47' },
  'ownPurchase.withdraw': { roles: ['globalAdministrator'], on: 'ownTenant', source: 'decision 47' },
} as const satisfies Record<string, Permission>
