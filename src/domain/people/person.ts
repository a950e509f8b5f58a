import type { AssignableRole } from '../roles.ts'

export const personStatuses = ['invited', 'active', 'disabled', 'removed', 'erased'] as const
export type PersonStatus = (typeof personStatuses)[number]

/** One row per tenant, whether or not the person can sign in here. */
export interface Person {
  readonly id: string
  readonly tenantId: string
  readonly userPrincipalName: string
  readonly displayName: string
  readonly mail: string | null
  readonly mailConfirmedAt: Date | null
  readonly language: string | null
  readonly roles: readonly AssignableRole[]
  readonly status: PersonStatus
  readonly hasPassword: boolean
  readonly hasTotp: boolean
  readonly hasPasskey: boolean
  readonly createdAt: Date
  readonly lastSignedInAt: Date | null
  readonly version: number
}

/** How long a colleague has to accept an invitation, and how long a mailed reset works. */
export const invitationDays = 7
export const passwordResetMinutes = 60
/** How long a new mail address waits to be confirmed. */
export const mailConfirmationHours = 24
