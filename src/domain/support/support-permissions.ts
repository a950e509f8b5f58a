import type { Permission } from '../permission.ts'

const agents = ['globalAdmin', 'adminAgent', 'salesAgent', 'helpdeskAgent'] as const
const supporters = ['globalAdmin', 'adminAgent', 'helpdeskAgent'] as const
/** The directory roles with the right to support tickets (C.5). */
const askers = ['globalAdministrator', 'billingAdministrator', 'userAdministrator', 'helpdeskAdministrator'] as const

/** The operator's help desk, support contacts and service requests: a part of the table in permissions.ts. */
export const supportPermissions = {
  'support.ask': { roles: ['person'], on: 'ownTenant', source: 'issue, support desk' },
  'support.read': { roles: ['person'], on: 'ownTenant', source: 'issue, support desk' },
  'support.readAll': { roles: ['operator'], on: 'installation', source: 'issue, support desk' },
  'support.answer': { roles: ['operator'], on: 'installation', source: 'issue, support desk' },
  'supportContact.assign': { roles: supporters, on: 'customer', needs: 'relationship', partnerMustBe: 'active', source: 'S0.L2, C.3 assign support contact' },
  'supportContact.readOwn': { roles: askers, on: 'ownTenant', source: 'S0.L2.1' },
  // A suspended partner still owes its customers support (S0.26): it reads and answers, and files nothing in their name.
  'serviceRequest.list': { roles: agents, on: 'ownTenant', source: 'C.2 view support tickets' },
  'serviceRequest.listOfCustomer': { roles: agents, on: 'customer', needs: 'relationship', source: 'C.2 view support tickets' },
  'serviceRequest.work': { roles: supporters, on: 'ownTenant', source: 'C.3 file and escalate service requests, S0.26' },
  // Under privileges alone: who lost them is told of the way that remains (S0.27, I-15).
  'serviceRequest.fileForCustomer': {
    roles: ['globalAdministrator', 'helpdeskAdministrator'],
    on: 'ownTenantOrCustomer',
    partnerMustBe: 'active',
    deniedAs: 'createSupportRequests', source: 'C.3 file service request for customer, S0.L1.3, C.5',
  },
  'ownServiceRequest.list': { roles: askers, on: 'ownTenant', source: 'issue 5, support' },
  'ownServiceRequest.file': { roles: askers, on: 'ownTenant', source: 'issue 5, support; G.2: through its partner' },
  'anyServiceRequest.read': { roles: ['operator'], on: 'installation', source: 'S0.27: what has come to its desk' },
  'anyServiceRequest.work': { roles: ['operator'], on: 'installation', source: 'S0.27' },
  'anyServiceRequest.file': { roles: ['operator'], on: 'installation', source: 'S0.27: for a customer, by telephone' },
} as const satisfies Record<string, Permission>
