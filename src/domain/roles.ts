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

/** Roles of people at a customer: the directory roles that may be given here (domain.md C.4, C.5). */
export const customerRoles = ['globalAdministrator', 'billingAdministrator', 'userAdministrator', 'helpdeskAdministrator'] as const

export const operatorRoles = ['operator'] as const

/**
 * Directory roles in which delegated admin privileges let a partner act in a customer's tenant (S0.L1.8). They are implicit:
 * no member of the directory holds them, so no list of role members shows the partner [S0.L1.7].
 */
export const delegatedRoles = ['globalAdministrator', 'helpdeskAdministrator'] as const

/**
 * Directory roles that an admin relationship may give a partner in a customer's tenant and that nobody is given here yet. The
 * permission table names them wherever C.5 does, so that such a relationship is one more source of roles and nothing else.
 */
export const relationshipRoles = ['directoryReader', 'directoryWriter', 'globalReader', 'licenseAdministrator', 'privilegedRoleAdministrator'] as const

export type PartnerRole = (typeof partnerRoles)[number]
export type CustomerRole = (typeof customerRoles)[number]
export type OperatorRole = (typeof operatorRoles)[number]
export type DelegatedRole = (typeof delegatedRoles)[number]
export type RelationshipRole = (typeof relationshipRoles)[number]

/** `person` is everybody who is signed in; `visitor` is anybody; `system` is the product itself. */
export type Role = PartnerRole | CustomerRole | OperatorRole | DelegatedRole | RelationshipRole | 'person' | 'visitor' | 'system'

export const assignableRoles = [...partnerRoles, ...customerRoles, ...operatorRoles] as const
export type AssignableRole = (typeof assignableRoles)[number]

/** Under DAP the partner's groups act in the customer's directory with these roles; Sales agents act as nobody (decision 9, S0.L1.8). */
export const delegatedRoleOf: Readonly<Partial<Record<PartnerRole, DelegatedRole>>> = {
  globalAdmin: 'globalAdministrator',
  adminAgent: 'globalAdministrator',
  helpdeskAgent: 'helpdeskAdministrator',
}
