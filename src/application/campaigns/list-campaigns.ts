import { listCampaigns as listOwn } from '../../store/campaign-store.ts'
import { funnelOf } from '../../store/campaign-report-store.ts'
import { type Page, type PageAsk, readPage } from '../page.ts'
import type { UseCase, Work } from '../use-case.ts'
import { plainCampaign } from './describe-campaign.ts'

export type CampaignLine = Awaited<ReturnType<typeof lineOf>>

/** One's own, latest first, each with what came of it in short. */
export const listCampaigns: UseCase<PageAsk, Page<CampaignLine>> = {
  action: 'campaign.read',

  async run(work, { size, cursor }) {
    const page = await readPage(work, { size, cursor }, {
      route: 'GET /campaigns',
      filter: {},
      read: (start, most) => listOwn(work.trx, work.person.tenantId, { start, most }),
      keysOf: ({ keys }) => keys,
    })
    return { ...page, items: await Promise.all(page.items.map(({ campaign }) => lineOf(work, campaign))) }
  },
}

async function lineOf(work: Work, campaign: Parameters<typeof plainCampaign>[0]) {
  const { standings } = await funnelOf(work.trx, campaign, work.now)
  const { ready = 0, refused = 0, unchecked = 0, accepted = 0 } = standings
  const { id, name, delivery, status, rowCount, createdAt } = plainCampaign(campaign)
  return { id, name, delivery, status, rowCount, createdAt, ready, refused, asked: rowCount - ready - refused - unchecked, accepted }
}
