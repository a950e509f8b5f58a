import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { PartnershipLanguage, PartnershipSide, PartnershipStatus } from '../../../src/domain/partnerships/partnership.ts'
import type * as contract from '../../../src/http/portal/partnership-schemas.ts'
import { api } from '../../shared/api/api.ts'
import type { Query } from '../../shared/api/client.ts'
import type { Page } from '../../shared/api/types.ts'
import type { Draft, Message } from './request-api.ts'

export type { PartnershipSide, PartnershipStatus }

/** The contract's closed lists of words are spelt by the domain's types. */
type Words = { side: PartnershipSide; status: PartnershipStatus; language: PartnershipLanguage; endedBySide: PartnershipSide | null }

export type PartnershipRow = Omit<contract.PartnershipRow, keyof Words> & Words
export type Partnership = Omit<contract.Partnership, keyof Words | 'draft'> & Words & { draft: Draft | null }
export type PartnershipRemovalPreview = contract.PartnershipRemovalPreview
export type ProviderInvitation = contract.ProviderInvitation
export type AuthorizedProvider = contract.AuthorizedProvider

/** In the order of a partnership's life. */
export const partnershipStatuses: readonly PartnershipStatus[] = ['draft', 'shared', 'active', 'declined', 'withdrawn', 'expired', 'removed']

export const isWaiting = (status: PartnershipStatus): status is 'draft' | 'shared' => status === 'draft' || status === 'shared'

export const partnershipsKey = ['partnerships'] as const
export const partnershipKey = (id: string) => ['partnership', id] as const

export const partnershipsQuery = (side: PartnershipSide, query: Query) =>
  queryOptions({
    queryKey: [...partnershipsKey, side, query],
    queryFn: ({ signal }) => api.get<Page<PartnershipRow>>('/partnerships', { query: { ...query, side }, signal }),
    placeholderData: keepPreviousData,
  })

export const partnershipQuery = (id: string) =>
  queryOptions({ queryKey: partnershipKey(id), queryFn: ({ signal }) => api.getVersioned<Partnership>(`/partnerships/${id}`, { signal }) })

export const partnershipMessageQuery = (id: string, version: number) =>
  queryOptions({ queryKey: ['partnership-message', id, version], queryFn: ({ signal }) => api.get<Message>(`/partnerships/${id}/message`, { signal }) })

export const partnershipRemovalQuery = (id: string) =>
  queryOptions({ queryKey: ['partnership-removal', id], queryFn: ({ signal }) => api.get<PartnershipRemovalPreview>(`/partnerships/${id}/removal`, { signal }) })

/** Opening is an act of the page, since a mere look at the link must change nothing (decision 4). */
export const providerInvitationQuery = (secret: string, reader: { personId: string | null; language: string }) =>
  queryOptions({
    queryKey: ['provider-invitation', secret, reader],
    queryFn: ({ signal }) => api.post<ProviderInvitation>('/provider-invitations/opening', { body: { secret }, signal, whenSignedOut: 'throw' }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnReconnect: false,
  })
