import type { ChargeKind } from '../../../src/domain/subscriptions/charges.ts'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { Generation } from '../../../src/domain/catalogue/catalogue.ts'
import type { BillingCycle, Term } from '../../../src/domain/catalogue/terms.ts'
import type { SubscriptionStatus } from '../../../src/domain/subscriptions/transitions.ts'
import type * as contract from '../../../src/http/portal/subscription-schemas.ts'
import { api } from '../../shared/api/api.ts'
import type { Query } from '../../shared/api/client.ts'
import type { Page } from '../../shared/api/types.ts'
import { customerKey } from './customer-api.ts'

/** The contract's closed lists of words are spelt by the domain's types. */
type RowWords = { status: SubscriptionStatus }
type PlanWords = { term: Term; billingCycle: BillingCycle }
type ChargeWords = { kind: ChargeKind }

export type SubscriptionRow = Omit<contract.SubscriptionRowView, keyof RowWords> & RowWords
export type SubscriptionPage = Page<SubscriptionRow> & Pick<contract.SubscriptionPageView, 'orderBlocked'>
export type Charge = Omit<contract.ChargeView, keyof ChargeWords> & ChargeWords
export type Subscription = Omit<contract.SubscriptionView, keyof RowWords | keyof PlanWords | 'generation' | 'charges'> & RowWords & PlanWords & { generation: Generation; charges: Charge[] }
export type Plan = Omit<contract.OfferView['plans'][number], keyof PlanWords> & PlanWords
export type Offer = Omit<contract.OfferView, 'plans' | 'generation'> & { plans: Plan[]; generation: Generation }
export type OfferList = Omit<contract.OfferListView, 'items'> & { items: Offer[] }
export type ConversionList = Omit<contract.ConversionListView, 'items'> & { items: (Offer & { refusal: contract.ConversionListView['items'][number]['refusal'] })[] }
export type OrderPreview = contract.OrderPreviewView
export type PlacedOrder = contract.PlacedOrderView
export type SeatsPreview = contract.SeatsPreview

export const subscriptionPath = (customerId: string, subscriptionId: string) => `/customers/${customerId}/subscriptions/${subscriptionId}`

export const subscriptionsQuery = (customerId: string, query: Query) =>
  queryOptions({
    queryKey: [...customerKey(customerId), 'subscriptions', query],
    queryFn: ({ signal }) => api.get<SubscriptionPage>(`/customers/${customerId}/subscriptions`, { query, signal }),
    placeholderData: keepPreviousData,
  })

export const subscriptionQuery = (customerId: string, subscriptionId: string) =>
  queryOptions({
    queryKey: [...customerKey(customerId), 'subscription', subscriptionId],
    queryFn: ({ signal }) => api.getVersioned<Subscription>(subscriptionPath(customerId, subscriptionId), { signal }),
  })

export const offersQuery = (customerId: string, search: string) =>
  queryOptions({
    queryKey: [...customerKey(customerId), 'offers', search],
    queryFn: ({ signal }) => api.get<OfferList>(`/customers/${customerId}/offers`, { query: { search }, signal }),
    placeholderData: keepPreviousData,
  })

/** Asked anew each time: it depends on what the customer has through anybody. */
export const conversionsQuery = (customerId: string, subscriptionId: string) =>
  queryOptions({
    queryKey: [...customerKey(customerId), 'conversions', subscriptionId],
    queryFn: ({ signal }) => api.get<ConversionList>(`${subscriptionPath(customerId, subscriptionId)}/conversions`, { signal }),
    staleTime: 0,
  })
