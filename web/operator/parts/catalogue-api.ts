import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { Generation, ProductType, Segment } from '../../../src/domain/catalogue/catalogue.ts'
import type { BillingCycle, Term } from '../../../src/domain/catalogue/terms.ts'
import type { CallAct, CallStatus } from '../../../src/domain/provisioning/connector-call.ts'
import type * as contract from '../../../src/http/portal/operator-catalogue.ts'
import type * as connectors from '../../../src/http/portal/operator-connectors.ts'
import type * as provisioning from '../../../src/http/portal/operator-provisioning.ts'
import { api } from '../../shared/api/api.ts'
import type { Query } from '../../shared/api/client.ts'
import type { Page } from '../../shared/api/types.ts'

/** The contract's closed lists of words are spelt by the domain's types. */
export type CatalogueRow = Omit<contract.CatalogueRow, 'productType'> & { productType: ProductType }
export type Price = Omit<contract.CataloguePrice, 'term' | 'billingCycle'> & { term: Term; billingCycle: BillingCycle }
export type Availability = Omit<contract.CatalogueAvailability, 'segment' | 'generation' | 'prices'> & { segment: Segment; generation: Generation; prices: Price[] }
export type CatalogueProduct = Omit<contract.CatalogueProduct, 'productType' | 'availabilities'> & { productType: ProductType; availabilities: Availability[] }
export type Outcome = 'created' | 'changed' | 'present' | 'refused'
export type CatalogueReport = Omit<contract.CatalogueReportView, 'rows'> & { rows: (Omit<contract.CatalogueReportView['rows'][number], 'outcome'> & { outcome: Outcome })[] }
export type WaitingCall = Omit<NonNullable<provisioning.WaitingSubscription['call']>, 'status'> & { status: CallStatus }
export type Waiting = Omit<provisioning.WaitingSubscription, 'term' | 'call' | 'can'> & { term: Term; call: WaitingCall | null; can: CallAct[] }
export type Connector = connectors.ConnectorView

export const catalogueKey = ['operator', 'catalogue'] as const
export const provisioningKey = ['operator', 'provisioning'] as const

export const catalogueQuery = (query: Query) =>
  queryOptions({ queryKey: [...catalogueKey, 'list', query], queryFn: ({ signal }) => api.get<Page<CatalogueRow>>('/operator/catalogue', { query, signal }), placeholderData: keepPreviousData })

export const productQuery = (cloud: string, productId: string) =>
  queryOptions({ queryKey: [...catalogueKey, 'one', cloud, productId], queryFn: ({ signal }) => api.get<CatalogueProduct>(`/operator/catalogue/${cloud}/${productId}`, { signal }) })

/** Connectors settle it on their own, so it is asked anew each time it is looked at. */
export const waitingQuery = (query: Query) =>
  queryOptions({ queryKey: [...provisioningKey, query], queryFn: ({ signal }) => api.get<Page<Waiting>>('/operator/provisioning', { query, signal }), placeholderData: keepPreviousData, staleTime: 0 })

export const connectorsQuery = queryOptions({ queryKey: [...provisioningKey, 'connectors'], queryFn: ({ signal }) => api.get<connectors.ConnectorList>('/operator/connectors', { signal }) })
