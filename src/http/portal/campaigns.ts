import { Type } from 'typebox'
import { cancelCampaign, pauseCampaign, resumeCampaign, startCampaign } from '../../application/campaigns/change-campaign.ts'
import { createCampaign } from '../../application/campaigns/create-campaign.ts'
import type { DescribedCampaign } from '../../application/campaigns/describe-campaign.ts'
import { listCampaigns } from '../../application/campaigns/list-campaigns.ts'
import { listCampaignRows } from '../../application/campaigns/list-rows.ts'
import { readCampaign } from '../../application/campaigns/read-campaign.ts'
import { takeCampaignList } from '../../application/campaigns/take-list.ts'
import { usualPageSize } from '../../application/page.ts'
import { canonicalId } from '../../domain/ids.ts'
import { readerLanguage } from '../reader-language.ts'
import { type AnyRoute, route, type RouteInput } from '../route.ts'
import { Cursor, IdParams, NoBody, PageSize, strict } from '../schemas.ts'
import { rowsOfList } from './campaign-list.ts'
import { Campaign, CampaignPage, CampaignRowPage, CampaignWish, CustomerList, RowStanding } from './campaign-schemas.ts'

const tag = 'Campaigns'
const idOf = ({ id }: { id: string }) => canonicalId(id)!

/** What every entry answers that changes a campaign. */
const described = { tag, answer: Campaign, present: (campaign: DescribedCampaign) => campaign as never, version: ({ version }: DescribedCampaign) => version } as const
const acting = { ...described, method: 'POST', params: IdParams, body: NoBody, keyKeptForDays: 1 } as const
const named = ({ params, request }: Pick<RouteInput<{ id: string }, unknown, unknown>, 'params' | 'request'>) => ({ id: idOf(params), reader: readerLanguage(request) })

export const campaignRoutes: AnyRoute[] = [
  route({
    ...described,
    method: 'POST',
    path: '/campaigns',
    summary: 'Say what all customers of a list are asked; the list comes next',
    useCase: createCampaign,
    body: CampaignWish,
    status: 201,
    keyKeptForDays: 1,
    input: ({ body, request }) => ({ wish: body as never, reader: readerLanguage(request) }),
  }),
  route({
    method: 'GET',
    path: '/campaigns',
    summary: 'List the campaigns of this partner, latest first',
    tag,
    useCase: listCampaigns,
    query: Type.Object({ size: Type.Optional(PageSize), cursor: Type.Optional(Cursor) }, strict),
    answer: CampaignPage,
    input: ({ query: { size, cursor } }) => ({ size: Number(size ?? usualPageSize), cursor }),
    present: (page) => page as never,
  }),
  route({
    ...described,
    method: 'GET',
    path: '/campaigns/:id',
    summary: 'Read a campaign with everything that came of it',
    useCase: readCampaign,
    params: IdParams,
    input: named,
  }),
  route({
    ...described,
    method: 'POST',
    path: '/campaigns/:id/list',
    summary: 'Upload the customers, as text/csv or JSON; they are checked and nobody is asked yet',
    useCase: takeCampaignList,
    params: IdParams,
    body: CustomerList,
    upload: 'campaignList',
    budget: 'upload',
    keyKeptForDays: 1,
    input: ({ params, body, request }) => ({ id: idOf(params), rows: rowsOfList(body as CustomerList), sha256: request.bodySha256!, reader: readerLanguage(request) }),
  }),
  route({
    method: 'GET',
    path: '/campaigns/:id/rows',
    summary: 'List the rows: what became of each, or why it is not asked',
    tag,
    useCase: listCampaignRows,
    params: IdParams,
    query: Type.Object({ state: Type.Optional(RowStanding), size: Type.Optional(PageSize), cursor: Type.Optional(Cursor) }, strict),
    answer: CampaignRowPage,
    input: ({ params, query: { state, size, cursor }, request }) => ({ id: idOf(params), state: state as never, size: Number(size ?? usualPageSize), cursor, reader: readerLanguage(request) }),
    present: (page) => page as never,
  }),
  route({
    ...acting,
    path: '/campaigns/:id/start',
    summary: 'Start asking the customers of the list that was read',
    useCase: startCampaign,
    ifMatch: true,
    input: ({ version, ...from }) => ({ ...named(from), version }),
  }),
  route({ ...acting, path: '/campaigns/:id/pause', summary: 'Pause: the batch under way ends, no other begins', useCase: pauseCampaign, budget: 'revoke', input: named }),
  route({ ...acting, path: '/campaigns/:id/resumption', summary: 'Go on after a pause', useCase: resumeCampaign, input: named }),
  route({
    ...acting,
    path: '/campaigns/:id/cancellation',
    summary: 'Cancel for good; requests that were made stay as they are',
    useCase: cancelCampaign,
    budget: 'revoke',
    input: named,
  }),
]
