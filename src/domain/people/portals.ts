/** The three portals, one session cookie each (product.md, Faces). */
export const portals = ['partner', 'customer', 'operator'] as const
export type Portal = (typeof portals)[number]

/** What a tenant is; a partner may be customer as well. */
export interface TenantKinds {
  /** empty when the tenant is no partner */
  readonly partnerKinds: readonly string[]
  readonly isCustomer: boolean
  readonly isOperator: boolean
}

/** Whether people of such a tenant have anything to do in the portal. */
export function portalFits(portal: Portal, tenant: TenantKinds): boolean {
  return portalsOf(tenant).includes(portal)
}

/** The portals of a tenant's people, the one they mostly work in first. */
export function portalsOf({ partnerKinds, isCustomer, isOperator }: TenantKinds): Portal[] {
  const fits: Record<Portal, boolean> = { operator: isOperator, partner: partnerKinds.length > 0, customer: isCustomer }
  return (['operator', 'partner', 'customer'] as const).filter((portal) => fits[portal])
}
