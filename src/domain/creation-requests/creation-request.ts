import type { NewCustomerInput } from '../new-customers/new-customer.ts'

export const creationRequestStatuses = ['waiting', 'completed', 'declined', 'withdrawn'] as const
export type CreationRequestStatus = (typeof creationRequestStatuses)[number]

export const creationRequestSides = ['reseller', 'provider'] as const
export type CreationRequestSide = (typeof creationRequestSides)[number]

/** A reseller asks its provider to create a customer (S1.53, S1.L1.10, decision 17): the form filled in, and what became of it. */
export interface CreationRequest {
  readonly id: string
  readonly resellerId: string
  readonly providerId: string
  readonly status: CreationRequestStatus
  /** as the reseller wrote it; the provider may complete and change it in its own form */
  readonly customer: NewCustomerInput
  /** the reseller's words to its provider */
  readonly note: string | null
  readonly createdBy: string
  readonly createdAt: Date
  /** completed, declined or withdrawn */
  readonly answeredAt: Date | null
  readonly answeredBy: string | null
  /** the provider's words to its reseller */
  readonly declineReason: string | null
  /** the tenant that came of it */
  readonly customerId: string | null
  readonly version: number
}
