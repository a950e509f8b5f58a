import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { PrivilegeRule, RequestKind as LinkKind } from '../../../src/domain/clouds/manifest.ts'
import type { DraftParagraph } from '../../../src/domain/mail-drafts/draft.ts'
import type { RelationshipRequestKind, RelationshipRequestStatus, Visitor } from '../../../src/domain/relationship-requests/relationship-request.ts'
import type * as contract from '../../../src/http/portal/relationship-request-schemas.ts'
import { api } from '../../shared/api/api.ts'
import type { Query } from '../../shared/api/client.ts'
import type { Page } from '../../shared/api/types.ts'

export type RequestKind = RelationshipRequestKind
export type RequestStatus = RelationshipRequestStatus
export type Message = contract.Message
export type { DraftParagraph }

/** The contract's closed lists of words are spelt by the domain's types; the schemas' own types do not carry them. */
type Words = { kind: RequestKind; status: RequestStatus }

export type Visit = Omit<contract.RelationshipRequest['visits'][number], 'outcome' | 'visitor'> & { outcome: 'opened' | 'blocked'; visitor: Visitor }

export type Draft = { subject: string; paragraphs: readonly DraftParagraph[]; text: string }

export type RequestRow = Omit<contract.RequestRow, keyof Words | 'lastVisit'> & Words & { lastVisit: Visit | null }

/** The letter and its link are there for those who may ask. */
export type RelationshipRequest = Omit<contract.RelationshipRequest, keyof Words | 'draft' | 'visits'> & Words & { draft: Draft | null; visits: readonly Visit[] }

export type PrivilegesVerdict = Omit<contract.RequestCheck['privileges'], 'rule'> & { rule: PrivilegeRule }

/** What would happen if the request were made now. */
export type RequestCheck = Omit<contract.RequestCheck, 'linkKind' | 'linkKinds' | 'privileges' | 'languages' | 'language'> & {
  linkKind: LinkKind
  privileges: PrivilegesVerdict
  languages: readonly string[]
  language: string
}

export type Finding = contract.RequestCheck['problems'][number]

/** In the order of a request's life. */
export const requestStatuses: readonly RequestStatus[] = ['draft', 'shared', 'opened', 'accepted', 'declined', 'withdrawn', 'expired']

export const isAwaited = (status: RequestStatus): boolean => status === 'draft' || status === 'shared' || status === 'opened'

export type PartnerLink = { link: string; createdAt: string; draft: Draft; message: Message; languages?: readonly string[]; language?: string; can: readonly string[] }

export type CheckedCustomer = { customerId?: string; domain?: string; country?: string }

export type CheckInput = { kind: RequestKind; customer: CheckedCustomer | null; askPrivileges?: boolean; secondPartnerId?: string; resellerId?: string }

export const requestsKey = ['requests'] as const
export const partnerLinkKey = ['partner-link'] as const
export const requestKey = (id: string) => ['request', id] as const

export const requestsQuery = (query: Query) =>
  queryOptions({
    queryKey: [...requestsKey, query],
    queryFn: ({ signal }) => api.get<Page<RequestRow>>('/relationship-requests', { query, signal }),
    placeholderData: keepPreviousData,
  })

/** With the link: this page re-shows it to those who may ask. */
export const requestQuery = (id: string) =>
  queryOptions({
    queryKey: requestKey(id),
    queryFn: ({ signal }) => api.getVersioned<RelationshipRequest>(`/relationship-requests/${id}`, { query: { link: 'shown' }, signal }),
  })

export const messageQuery = (id: string, version: number) =>
  queryOptions({
    // Apart from the request itself: a letter that went out is not asked for anew when the request ends.
    queryKey: ['request-message', id, version],
    queryFn: ({ signal }) => api.get<Message>(`/relationship-requests/${id}/message`, { signal }),
  })

export const partnerLinkQuery = (language: string | undefined) =>
  queryOptions({
    queryKey: [...partnerLinkKey, language ?? ''],
    queryFn: ({ signal }) => api.get<PartnerLink>('/partner-link', { query: { language }, signal }),
    placeholderData: keepPreviousData,
  })

export const requestCheckQuery = (input: CheckInput) =>
  queryOptions({
    queryKey: ['request-check', input],
    queryFn: ({ signal }) => api.post<RequestCheck>('/relationship-request-checks', { body: input, signal }),
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  })
