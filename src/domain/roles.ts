/** Roles of people at a partner (domain.md C.2); more will come, the table below is the only list. */
export const partnerRoles = [
  'globalAdmin',
  'userManagementAdmin',
  'billingAdmin',
  'adminAgent',
  'salesAgent',
  'helpdeskAgent',
  'referralsAdmin',
  'businessProfileAdmin',
] as const

/** Roles of people at a customer (domain.md C.4). */
export const customerRoles = ['globalAdministrator', 'billingAdministrator'] as const

export const operatorRoles = ['operator'] as const

/**
 * Directory roles in a customer's tenant that come only from delegated admin privileges (S0.L1.8).
 * globalAdministrator is the other one, shared with the customer's own people.
 */
export const delegatedRoles = ['globalAdministrator', 'helpdeskAdministrator'] as const

export type PartnerRole = (typeof partnerRoles)[number]
export type CustomerRole = (typeof customerRoles)[number]
export type OperatorRole = (typeof operatorRoles)[number]
export type DelegatedRole = (typeof delegatedRoles)[number]

/** `person` is everybody who is signed in; `visitor` is anybody; `system` is the product itself. */
export type Role = PartnerRole | CustomerRole | OperatorRole | DelegatedRole | 'person' | 'visitor' | 'system'

export const assignableRoles = [...partnerRoles, ...customerRoles, ...operatorRoles] as const
export type AssignableRole = (typeof assignableRoles)[number]

/** Under DAP the partner's groups act in the customer's directory with these roles; Sales agents act as nobody (decision 9, S0.L1.8). */
export const delegatedRoleOf: Readonly<Partial<Record<PartnerRole, DelegatedRole>>> = {
  globalAdmin: 'globalAdministrator',
  adminAgent: 'globalAdministrator',
  helpdeskAgent: 'helpdeskAdministrator',
}
