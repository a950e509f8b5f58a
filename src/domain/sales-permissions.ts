import type { Permission } from './permission.ts'

// Whoever may order (permissions.ts, order.place).
const cartWriters = ['globalAdmin', 'billingAdmin', 'adminAgent', 'salesAgent', 'helpdeskAgent'] as const
const transferrers = ['globalAdmin', 'adminAgent'] as const
const accepters = ['globalAdmin', 'adminAgent', 'salesAgent'] as const
const transferReaders = ['globalAdmin', 'billingAdmin', 'adminAgent', 'salesAgent', 'helpdeskAgent', 'globalAdministrator', 'billingAdministrator'] as const

/** Carts, transfers of subscriptions between partners, cycles and statements; lines of the one table in permissions.ts. */
export const salesPermissions = {
  'cart.read': { roles: cartWriters, on: 'customer', needs: 'relationship', deniedAs: 'manageSubscriptions', source: 'C.3, D.8; decision 48: colleagues go on with it' },
  'cart.write': { roles: cartWriters, on: 'customer', needs: 'relationship', partnerMustBe: 'activeAndPaid', deniedAs: 'manageSubscriptions', source: 'C.3, D.8, S2.L5.2' },
  'cart.discard': { roles: cartWriters, on: 'customer', needs: 'relationship', partnerMustBe: 'active', deniedAs: 'manageSubscriptions', source: 'D.8; decision 48' },
  'cart.expire': { roles: ['system'], on: 'installation', source: 'D.8: with expiry' },
  'transfer.list': { roles: transferReaders, on: 'ownTenant', source: 'D.11, F.1 transfer requests; decision 43: the customer reads' },
  'transfer.preview': { roles: transferrers, on: 'customer', needs: 'relationship', source: 'issue, item 2: preview before both consents' },
  'transfer.propose': { roles: transferrers, on: 'customer', needs: 'relationship', partnerMustBe: 'activeAndPaid', deniedAs: 'manageSubscriptions', source: 'C.3 subscription transfer: create; D.11' },
  'transfer.offer': { roles: transferrers, on: 'customer', needs: 'relationship', partnerMustBe: 'activeAndPaid', deniedAs: 'manageSubscriptions', source: 'D.11: the current partner reviews' },
  'transfer.accept': { roles: accepters, on: 'customer', needs: 'relationship', partnerMustBe: 'activeAndPaid', deniedAs: 'manageSubscriptions', source: 'C.3 subscription transfer: accept or reject' },
  'transfer.decline': { roles: accepters, on: 'ownTenant', source: 'C.3 subscription transfer: accept or reject; decision 6' },
  'transfer.withdraw': { roles: transferrers, on: 'ownTenant', source: 'D.11: cancel only while pending' },
  'transfer.expire': { roles: ['system'], on: 'installation', source: 'D.11: 30 days' },
  'subscription.bill': { roles: ['system'], on: 'installation', source: 'D.7; decision 43: each cycle once' },
  'statement.read': { roles: ['globalAdmin', 'billingAdmin', 'adminAgent'], on: 'customer', needs: 'pastOrPresentRelationship', deniedAs: 'seeInvoices', source: 'C.2 billing files; C.3 China "cannot see invoices"; S4.10' },
} as const satisfies Record<string, Permission>
