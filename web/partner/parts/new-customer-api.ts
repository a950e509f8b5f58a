import { queryOptions } from '@tanstack/react-query'
import type { CreatedCustomer, Credentials, CustomerCheck, DomainAvailability, NewCustomer, NewCustomerRules, Statement } from '../../../src/http/portal/new-customer-schemas.ts'
import { api } from '../../shared/api/api.ts'

export type { CreatedCustomer, Credentials, CustomerCheck, NewCustomer, NewCustomerRules, Statement }
export type CountryRules = NewCustomerRules['countries'][number]
export type Remark = CustomerCheck['hints'][number]

/** Rules follow the reader's language, and nothing else that changes while the form is open. */
export const newCustomerRulesQuery = (language: string) =>
  queryOptions({
    queryKey: ['new-customer', 'rules', language],
    queryFn: ({ signal }) => api.get<NewCustomerRules>('/new-customer-rules', { signal }),
    staleTime: 300_000,
  })

export const domainAvailabilityQuery = (prefix: string) =>
  queryOptions({
    queryKey: ['new-customer', 'domain', prefix],
    queryFn: ({ signal }) => api.get<DomainAvailability>('/domain-availability', { query: { prefix }, signal }),
    staleTime: 30_000,
    retry: false,
  })

export const checkNewCustomer = (body: NewCustomer, signal?: AbortSignal) => api.post<CustomerCheck>('/new-customer-checks', { body, ...(signal && { signal }) })

export const newCustomerCheckQuery = (customer: NewCustomer) =>
  queryOptions({
    queryKey: ['new-customer', 'check', customer],
    queryFn: ({ signal }) => checkNewCustomer(customer, signal),
    staleTime: 30_000,
  })
