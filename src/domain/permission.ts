import type { DeniedAct } from './clouds/manifest.ts'
import type { Role } from './roles.ts'

/** A line of the table in permissions.ts. */
export interface Permission {
  readonly roles: readonly Role[]
  /**
   * Where it acts: in the actor's own tenant, on a customer of the actor's partner tenant, on what a link opens,
   * or on the installation.
   */
  readonly on: 'ownTenant' | 'customer' | 'link' | 'installation' | 'ownTenantOrCustomer'
  /** What must hold between partner and customer at the moment of the act, asked inside its transaction (rule R10). */
  readonly needs?: 'relationship' | 'pastOrPresentRelationship'
  /** Signed in again within 15 minutes (rule R21). */
  readonly stepUp?: true
  /** Not while the partner is suspended; or, for asking, while its agreement is unsigned or it is in debt (D.1 G2, S4.L1.6, S2.L5.2). */
  readonly partnerMustBe?: 'active' | 'activeAndPaid'
  /** The name under which a cloud's "cannot" list takes this from a role (C.3). */
  readonly deniedAs?: DeniedAct
  /** Where the rule comes from. */
  readonly source: string
}
