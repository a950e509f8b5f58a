import type { CustomerLanguage } from '../countries.ts'

/** Who sends the letters: the partner takes drafts along, or Vinculo mails them. */
export const deliveries = ['self', 'mails'] as const
export type Delivery = (typeof deliveries)[number]

export const campaignStatuses = ['draft', 'checking', 'checked', 'running', 'paused', 'done', 'cancelled'] as const
export type CampaignStatus = (typeof campaignStatuses)[number]

/** Rows of one list; longer ones are split. */
export const longestList = 10_000

/** Mails a day that leave for one partner (rule R39); an operator may widen it with every other budget. */
export const mostMailsADay = 1_000

/**
 * A list of customers on its way to requests. What it asks is said once and for all rows; the rows say whom. It works by
 * itself, batch after batch, with the rights of whoever uploaded or started it last.
 */
export interface Campaign {
  readonly partnerId: string
  readonly id: string
  readonly name: string
  readonly delivery: Delivery
  readonly status: CampaignStatus
  /** null: as the untouched box of the cloud stands */
  readonly askPrivileges: boolean | null
  readonly validityDays: number | null
  /** null: by the country of each customer */
  readonly language: CustomerLanguage | null
  /** the partner's own words in the mails; plain text */
  readonly words: string | null
  readonly mailsADay: number
  /** how often an unanswered request is reminded of */
  readonly reminders: number
  readonly daysBetween: number
  /** SHA-256 of the file as it came */
  readonly fileSha256: Buffer | null
  readonly rowCount: number
  readonly checkedCount: number
  readonly pauseReason: string | null
  readonly nextAt: Date | null
  readonly createdBy: string
  readonly createdAt: Date
  /** whose rights it works with */
  readonly actingId: string
  readonly startedAt: Date | null
  readonly endedAt: Date | null
  readonly version: number
}

/** A row as the file states it; empty where nothing stands. */
export interface StatedRow {
  /** as a spreadsheet numbers it: the head row is 1 */
  readonly line: number
  readonly tenantId: string
  readonly companyName: string
  readonly domain: string
  readonly country: string
  readonly cloud: string
  readonly mail: string
  readonly language: string
  /** why the reader of the file could not make a row of it */
  readonly problem?: RowProblem
}

export type RowProblem = 'rowNotUtf8' | 'rowBroken' | 'rowTooLong' | 'rowCellCount'

export const rowFields = ['tenantId', 'companyName', 'domain', 'country', 'cloud', 'mail', 'language'] as const
export type RowField = (typeof rowFields)[number]

/** No cell that a row needs is longer; what is, is cut there and refused as too long. */
export const longestCell = 400

export const rowStates = ['unchecked', 'ready', 'refused', 'asked'] as const
export type RowState = (typeof rowStates)[number]
