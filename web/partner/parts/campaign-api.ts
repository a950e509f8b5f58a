import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { CampaignStatus, Delivery } from '../../../src/domain/campaigns/campaign.ts'
import type { RelationshipRequestStatus } from '../../../src/domain/relationship-requests/relationship-request.ts'
import type * as contract from '../../../src/http/portal/campaign-schemas.ts'
import { api } from '../../shared/api/api.ts'
import type { Query } from '../../shared/api/client.ts'
import type { Page } from '../../shared/api/types.ts'

export type RowStanding = 'unchecked' | 'ready' | 'refused' | RelationshipRequestStatus

/** The contract's closed lists of words are spelt by the domain's types. */
type Words = { delivery: Delivery; status: CampaignStatus }

export type Campaign = Omit<contract.Campaign, keyof Words | 'rows'> & Words & { rows: Readonly<Record<RowStanding, number>> }
export type CampaignLine = Omit<contract.CampaignLine, keyof Words> & Words
export type CampaignRow = Omit<contract.CampaignRow, 'state'> & { state: RowStanding }
export type ReasonCount = contract.Campaign['refusals'][number]

/** In the order of a row's life. */
export const rowStandings: readonly RowStanding[] = ['unchecked', 'ready', 'refused', 'draft', 'shared', 'opened', 'accepted', 'declined', 'withdrawn', 'expired']

export const campaignsKey = ['campaigns'] as const
export const campaignKey = (id: string) => ['campaign', id] as const

export const isAtWork = (status: CampaignStatus): boolean => status === 'checking' || status === 'running'

/** Milliseconds between two looks while it works by itself. */
const lookEvery = 1_500

export const campaignsQuery = (query: Query) =>
  queryOptions({
    queryKey: [...campaignsKey, query],
    queryFn: ({ signal }) => api.get<Page<CampaignLine>>('/campaigns', { query, signal }),
    placeholderData: keepPreviousData,
  })

export const campaignQuery = (id: string) =>
  queryOptions({
    queryKey: campaignKey(id),
    queryFn: ({ signal }) => api.getVersioned<Campaign>(`/campaigns/${id}`, { signal }),
    refetchInterval: ({ state }) => (state.data && isAtWork(state.data.value.status) ? lookEvery : false),
  })

/** Below the campaign's own key, so that whatever changes the campaign has its rows read anew. */
export const campaignRowsQuery = (campaign: Pick<Campaign, 'id' | 'status'>, query: Query) =>
  queryOptions({
    queryKey: [...campaignKey(campaign.id), 'rows', campaign.status, query],
    queryFn: ({ signal }) => api.get<Page<CampaignRow>>(`/campaigns/${campaign.id}/rows`, { query, signal }),
    placeholderData: keepPreviousData,
    refetchInterval: isAtWork(campaign.status) ? 2 * lookEvery : false,
  })

/** Sends the file as it lies on the disk; what it is says its name. */
export function uploadList(campaignId: string, file: File, idempotencyKey: string): Promise<Campaign> {
  const type = /\.json$/i.test(file.name) ? 'application/json' : 'text/csv'
  return api.post<Campaign>(`/campaigns/${campaignId}/list`, { file: { content: file, type }, idempotencyKey })
}
