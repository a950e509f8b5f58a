import type { PersonActor } from './actor.ts'
import type { DeniedAct } from './clouds/manifest.ts'
import type { Permission } from './permission.ts'
import { type Action, permissionOf } from './permissions.ts'
import { delegatedRoleOf, type PartnerRole, type Role } from './roles.ts'

/** What relationship and grant say at the moment of the act; read inside its transaction, holding both rows (rule R10). */
export interface RightsFacts {
  readonly partner?: { readonly status: 'active' | 'suspended'; readonly inDebt: boolean; readonly hasSigned: boolean }
  /** acts that the cloud takes from a role (C.3, China "cannot" lists) */
  readonly roleDenials: Readonly<Partial<Record<string, readonly DeniedAct[]>>>
  readonly debtBlocksRequests: boolean
  /** only asked for actions on a customer */
  readonly relationship?: 'active' | 'ended' | 'none'
  /** services on which the partner holds delegated admin privileges right now */
  readonly privilegedServices?: readonly string[]
}

export type Verdict =
  | { readonly allowed: true; readonly through: 'role' | 'relationship' | 'privileges' }
  | { readonly allowed: false; readonly reason: RefusalReason }

export const refusalReasons = [
  'roleMissing',
  'roleDeniedByCloud',
  'partnerSuspended',
  'partnerAgreementUnsigned',
  'partnerInDebt',
  'noRelationship',
  'noPrivileges',
  'stepUpMissing',
] as const
export type RefusalReason = (typeof refusalReasons)[number]

/** The role table alone, before any transaction is opened. */
export function roleAllows(roles: readonly string[], action: Action): boolean {
  const allowed: readonly string[] = permissionOf(action).roles
  return allowed.includes('person') || allowed.includes('visitor') || roles.some((role) => allowed.includes(role))
}

/** Whether any role of the person could open the action, own or delegated: decides 403 or a look inside the transaction. */
export function mightAllow(roles: readonly string[], action: Action): boolean {
  if (roleAllows(roles, action)) return true
  return permissionOf(action).on === 'ownTenantOrCustomer' && roleAllows(delegatedRolesOf(roles), action)
}

/**
 * The one place where rights are judged: person ∩ role ∩ relationship ∩ grant ∩ clock (product.md).
 * `target` is the tenant acted upon; the actor's own or a customer's. Expiring grants will be one more source here.
 */
export function decide(person: PersonActor, action: Action, target: string, facts: RightsFacts): Verdict {
  const permission = permissionOf(action)
  const isOwn = target === person.tenantId
  const standing = standingRefusal(permission, facts)

  if (!isOwn && permission.on === 'ownTenantOrCustomer') return decideOnBehalf(person, action, facts)
  if (!roleAllows(person.roles, action)) return { allowed: false, reason: 'roleMissing' }
  if (facts.partner && isDeniedByCloud(person.roles, action, facts)) return { allowed: false, reason: 'roleDeniedByCloud' }
  if (standing && !(isOwn && permission.on === 'ownTenantOrCustomer')) return { allowed: false, reason: standing }
  if (permission.needs === 'relationship' && facts.relationship !== 'active') return { allowed: false, reason: 'noRelationship' }
  if (permission.needs === 'pastOrPresentRelationship' && (facts.relationship ?? 'none') === 'none') {
    return { allowed: false, reason: 'noRelationship' }
  }
  return { allowed: true, through: permission.on === 'customer' ? 'relationship' : 'role' }
}

/** DAP makes Global admin and Admin agent act as Global administrator, Helpdesk agent as Helpdesk administrator (decision 9). */
function decideOnBehalf(person: PersonActor, action: Action, facts: RightsFacts): Verdict {
  if (!facts.privilegedServices?.length) return { allowed: false, reason: 'noPrivileges' }
  const delegated = delegatedRolesOf(person.roles)
  if (!roleAllows(delegated, action)) return { allowed: false, reason: 'roleMissing' }
  if (isDeniedByCloud(person.roles, action, facts)) return { allowed: false, reason: 'roleDeniedByCloud' }
  const standing = standingRefusal(permissionOf(action), facts)
  return standing ? { allowed: false, reason: standing } : { allowed: true, through: 'privileges' }
}

/** The directory roles in which somebody of a partner acts under delegated admin privileges. */
export function delegatedRolesOf(roles: readonly string[]): Role[] {
  return roles.flatMap((role) => delegatedRoleOf[role as PartnerRole] ?? [])
}

/** A denial takes the action from one role; another role of the same person may still give it. */
export function isDeniedByCloud(roles: readonly string[], action: Action, facts: Pick<RightsFacts, 'roleDenials'>): boolean {
  const { deniedAs } = permissionOf(action)
  if (!deniedAs) return false
  const granting = roles.filter((role) => mightAllow([role], action))
  return granting.length > 0 && granting.every((role) => facts.roleDenials[role]?.includes(deniedAs))
}

function standingRefusal(permission: Permission, facts: RightsFacts): RefusalReason | undefined {
  if (!permission.partnerMustBe || !facts.partner) return undefined
  if (facts.partner.status !== 'active') return 'partnerSuspended'
  if (permission.partnerMustBe !== 'activeAndPaid') return undefined
  // Asking, signing and transacting wait for the partner agreement (S4.L1.6).
  if (!facts.partner.hasSigned) return 'partnerAgreementUnsigned'
  if (facts.partner.inDebt && facts.debtBlocksRequests) return 'partnerInDebt'
  return undefined
}

/** A step-up holds for 15 minutes (rule R21). */
export const stepUpMinutes = 15

export function isSteppedUp(person: PersonActor, now: Date): boolean {
  return person.steppedUpAt !== null && now.getTime() - person.steppedUpAt.getTime() < stepUpMinutes * 60_000
}
