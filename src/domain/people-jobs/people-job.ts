import type { LicenseWish } from '../licenses/license.ts'

/** Users in one job; more are refused before it begins. */
export const mostPeople = 10_000

/** Users in one file: each gets a temporary password of their own, which is costly on purpose. */
export const mostUploaded = 2_000

/** A cell longer than this is of no use; it is cut and its row refused. */
export const longestCell = 400

export const peopleJobStatuses = ['checking', 'checked', 'running', 'paused', 'done', 'cancelled'] as const
export type PeopleJobStatus = (typeof peopleJobStatuses)[number]

export const jobRowStates = ['unchecked', 'waiting', 'done', 'unchanged', 'refused'] as const
export type JobRowState = (typeof jobRowStates)[number]

/** Work on many users of one organization, row by row: licenses for those who were picked, or users from a file. */
export interface PeopleJob {
  readonly tenantId: string
  readonly id: string
  readonly kind: 'licenses' | 'upload'
  /** the partner on the customer's behalf */
  readonly partnerId: string | null
  readonly status: PeopleJobStatus
  readonly wishes: readonly LicenseWish[]
  readonly rowCount: number
  readonly checkedCount: number
  readonly doneCount: number
  readonly unchangedCount: number
  readonly refusedCount: number
  readonly pauseReason: string | null
  readonly createdBy: string
  readonly createdAt: Date
  /** who began or resumed it; each batch is theirs */
  readonly actingId: string
  readonly endedAt: Date | null
  readonly version: number
}

/** A user as a file states them; every cell as it stood, trimmed. */
export interface StatedUser {
  readonly userPrincipalName: string
  readonly displayName: string
  readonly firstName: string
  readonly lastName: string
  readonly usageLocation: string
  readonly mail: string
}

export const userFields = ['userPrincipalName', 'displayName', 'firstName', 'lastName', 'usageLocation', 'mail'] as const satisfies readonly (keyof StatedUser)[]

/** A row as it was read, and what was wrong with the reading itself. */
export interface StatedUserRow {
  readonly line: number
  readonly stated: StatedUser
  readonly problem: string | null
}
