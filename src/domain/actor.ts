import type { PersonId, SessionId, TenantId } from './ids.ts'
import type { AssignableRole } from './roles.ts'

/** A person who is signed in, read anew for every request: no right ever sits in a token. */
export interface PersonActor {
  readonly kind: 'person'
  readonly personId: PersonId
  readonly tenantId: TenantId
  readonly cloud: string
  readonly country: string
  readonly timeZone: string
  readonly displayName: string
  readonly userPrincipalName: string
  readonly mail: string | null
  readonly language: string | null
  readonly roles: readonly AssignableRole[]
  readonly tenantName: string
  readonly isCustomer: boolean
  readonly isOperator: boolean
  /** empty when the tenant is no partner */
  readonly partnerKinds: readonly string[]
  readonly hasTotp: boolean
  readonly sessionId: SessionId | null
  readonly authenticatedBy: readonly string[]
  readonly steppedUpAt: Date | null
  /** milliseconds between the real clock and the clock of the tenant's sandbox */
  readonly clockOffset: number
  readonly address: string | null
  readonly userAgent: string | null
  readonly traceId: string
}

/** Anybody who is not signed in: a link holder, a sign-in form. */
export interface VisitorActor {
  readonly kind: 'visitor'
  readonly clockOffset: number
  readonly address: string | null
  readonly userAgent: string | null
  readonly traceId: string
}

/** The product itself: schedule, command line over its own socket. */
export interface SystemActor {
  readonly kind: 'system'
  readonly clockOffset: number
  readonly traceId: string
}

export type Actor = PersonActor | VisitorActor | SystemActor

export const theSystem: SystemActor = { kind: 'system', clockOffset: 0, traceId: 'system' }
