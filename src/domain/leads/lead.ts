import { lastMinuteAfter } from '../activity/day-bounds.ts'

/** customerEnquiry: from the partner finder; the others were found by the operator's own marketing or sales and come from outside (S4.L3.2). */
export const leadKinds = ['customerEnquiry', 'marketingQualified', 'salesQualified'] as const
export type LeadKind = (typeof leadKinds)[number]

export const leadStatuses = ['received', 'accepted', 'won', 'lost', 'declined', 'expired', 'withdrawn'] as const
export type LeadStatus = (typeof leadStatuses)[number]

/** As the list of leads groups them (S4.L3.3). */
export const leadStages = ['received', 'accepted', 'archived'] as const
export type LeadStage = (typeof leadStages)[number]

/** S4.L3.2. */
export const leadTabs = ['marketplace', 'qualified', 'favourites'] as const
export type LeadTab = (typeof leadTabs)[number]

export const declineReasons = ['noCapacity', 'outsideExpertise', 'outsideRegion', 'sizeNotFitting', 'other'] as const
export type DeclineReason = (typeof declineReasons)[number]

/** S4.L3.4, S4.L3.5; contact data of what is archived is forgotten after a year. */
export const unansweredDays = 14
export const callWithinHours = 72
export const contactKeptDays = 365
/** Partners that one message may go to. */
export const mostAsked = 5
export const mostNotes = 200

export interface LeadDeal {
  readonly name: string
  /** decimal, exact */
  readonly value: string
  /** ISO 4217 */
  readonly currency: string
  /** YYYY-MM-DD */
  readonly closingOn: string
  readonly crmId: string | null
  readonly campaignId: string | null
}

export interface LeadContact {
  readonly name: string | null
  readonly mail: string | null
  readonly phone: string | null
}

export interface Lead {
  readonly id: string
  readonly partnerId: string
  readonly partnerName: string
  readonly customerId: string | null
  readonly sentBy: string | null
  readonly kind: LeadKind
  readonly status: LeadStatus
  readonly market: string
  readonly company: { readonly name: string; readonly domain: string | null; readonly country: string; readonly size: string | null }
  readonly contact: LeadContact
  readonly message: string | null
  readonly callMe: boolean
  readonly isFavourite: boolean
  readonly receivedAt: Date
  readonly expiresAt: Date
  readonly answeredAt: Date | null
  readonly answeredBy: string | null
  readonly declineReason: DeclineReason | null
  readonly declineNote: string | null
  readonly deal: LeadDeal | null
  readonly closedAt: Date | null
  readonly closedBy: string | null
  readonly version: number
}

/** The end of the fourteenth day where the partner works. */
export function unansweredUntil(receivedAt: Date, timeZone: string): Date {
  return lastMinuteAfter(receivedAt, unansweredDays, timeZone)
}

/** By the clock, however late the schedule is. */
export function effectiveLeadStatus({ status, expiresAt }: Pick<Lead, 'status' | 'expiresAt'>, now: Date): LeadStatus {
  return status === 'received' && now >= expiresAt ? 'expired' : status
}

export function stageOf(status: LeadStatus): LeadStage {
  return status === 'received' || status === 'accepted' ? status : 'archived'
}

/** The customer wants to be called: at once for 72 hours, and then still, as long as nobody answered (S4.L3.5). */
export function callState({ callMe, receivedAt }: Pick<Lead, 'callMe' | 'receivedAt'>, status: LeadStatus, now: Date): 'now' | 'late' | null {
  if (!callMe || status !== 'received') return null
  return now.getTime() < callDueAt(receivedAt).getTime() ? 'now' : 'late'
}

export function callDueAt(receivedAt: Date): Date {
  return new Date(receivedAt.getTime() + callWithinHours * 3_600_000)
}
