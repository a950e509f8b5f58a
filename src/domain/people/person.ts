import type { AssignableRole } from '../roles.ts'

export const personStatuses = ['invited', 'active', 'disabled', 'removed', 'erased'] as const
export type PersonStatus = (typeof personStatuses)[number]

/** One row per tenant, whether or not the person can sign in here. */
export interface Person {
  readonly id: string
  readonly tenantId: string
  readonly userPrincipalName: string
  readonly displayName: string
  readonly firstName: string | null
  readonly lastName: string | null
  /** ISO 3166-1 alpha-2; licenses ask for it */
  readonly usageLocation: string | null
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
  /** since when the person is deleted; null for those who are there, and once nothing is left to restore */
  readonly removedAt: Date | null
  readonly version: number
}

/** How long a colleague has to accept an invitation, and how long a mailed reset works. */
export const invitationDays = 7
export const passwordResetMinutes = 60
/** How long somebody who was deleted can be restored (D.12). */
export const restorableDays = 30
/** How long a new mail address waits to be confirmed. */
export const mailConfirmationHours = 24

export type PeopleSort = 'name' | 'userName' | 'age'
