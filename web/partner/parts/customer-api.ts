import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type * as contract from '../../../src/http/portal/customers.ts'
import type { Customer, CustomerRow, KnownTie, RemovedCustomer } from '../../../src/http/portal/customers.ts'
import type { Standing } from '../../shared/pages/services/service-api.ts'
import type { OrganizationView } from '../../../src/http/portal/organization.ts'
import type { Removal, RemovalPreview } from '../../../src/http/portal/removal.ts'
import { api } from '../../shared/api/api.ts'
import type { Query } from '../../shared/api/client.ts'
import type { Page } from '../../shared/api/types.ts'

export type { Customer, CustomerRow, KnownTie, RemovedCustomer }
/** The contract's closed lists of words are spelt by the domain's types. */
export type ServiceOfCustomer = Omit<contract.ServiceOfCustomer, 'standing'> & { standing: Standing | null }
export type CustomerRecord = Omit<contract.CustomerRecord, 'services'> & { services: ServiceOfCustomer[] }
export type Billing = Customer['billing']
export type HeldPrivilege = Customer['privileges'][number]
export type AgreementStanding = Customer['agreement']
/** The customer asks for the end (decision 15); its rights have ended already. */
export type EndRequest = NonNullable<Customer['endRequest']>

export type { Removal, RemovalPreview }
export type Organization = OrganizationView

/** Everything read about one customer; an act on it makes all of this look different. */
export const customerKey = (customerId: string) => ['customer', customerId] as const
export const customersKey = ['customers'] as const
/** What the last removal answered: kept for the page that shows it. */
export const removalResultKey = (customerId: string) => ['removal-result', customerId] as const

export const customersQuery = (query: Query) =>
  queryOptions({
    queryKey: [...customersKey, 'list', query],
    queryFn: ({ signal }) => api.get<Page<CustomerRow>>('/customers', { query, signal }),
    placeholderData: keepPreviousData,
  })

export const removedCustomersQuery = (query: Query) =>
  queryOptions({
    queryKey: [...customersKey, 'removed', query],
    queryFn: ({ signal }) => api.get<Page<RemovedCustomer>>('/removed-customers', { query, signal }),
    placeholderData: keepPreviousData,
  })

export const customerQuery = (customerId: string) =>
  queryOptions({
    queryKey: [...customerKey(customerId), 'account'],
    queryFn: ({ signal }) => api.getVersioned<Customer>(`/customers/${customerId}`, { signal }),
  })

export const customerRecordQuery = (customerId: string) =>
  queryOptions({
    queryKey: [...customerKey(customerId), 'record'],
    queryFn: ({ signal }) => api.get<CustomerRecord>(`/customers/${customerId}/record`, { signal }),
  })

export const removalPreviewQuery = (customerId: string) =>
  queryOptions({
    queryKey: [...customerKey(customerId), 'removal'],
    queryFn: ({ signal }) => api.get<RemovalPreview>(`/customers/${customerId}/removal`, { signal }),
    staleTime: 0,
  })

export const organizationQuery = (customerId: string) =>
  queryOptions({
    queryKey: [...customerKey(customerId), 'organization'],
    queryFn: ({ signal }) => api.getVersioned<Organization>(`/customers/${customerId}/organization`, { signal }),
  })
