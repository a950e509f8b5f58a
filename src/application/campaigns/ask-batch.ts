import { finish } from '../../domain/campaigns/decide.ts'
import { countRows, type CampaignRow, rowsInState, saveRows } from '../../store/campaign-row-store.ts'
import { mintRequests } from '../relationship-requests/create-relationship-request.ts'
import type { UseCase, Work } from '../use-case.ts'
import { judgeRows, type JudgedRow } from './judge-rows.ts'
import { lockOwnCampaign, settleCampaign } from './own-campaign.ts'

/** Rows of one transaction: a tenth of a second, so that nobody waits for long who pauses it. */
const batch = 200

/**
 * Makes the requests of the next rows of a campaign whose letters the partner sends, and notes them on their rows in the same
 * transaction: killed at any moment, no row is asked twice. Each is judged anew, for much may have changed since the check.
 */
export const askCampaignBatch: UseCase<{ readonly id: string }, void> = {
  action: 'campaign.run',

  async run(work, { id }) {
    const campaign = await lockOwnCampaign(work, id)
    if (campaign.status !== 'running' || campaign.delivery !== 'self') return
    const rows = await rowsInState(work.trx, campaign, 'ready', batch)
    await saveRows(work.trx, campaign, await askAll(work, await judgeRows(work, campaign, rows, 'asking')))
    if (rows.length === batch) return
    const { asked } = await countRows(work.trx, campaign)
    await settleCampaign(work, finish(campaign, asked, work.now))
  },
}

/** Each row with its request, where nothing has come to bar it. */
export async function askAll(work: Work, judged: readonly JudgedRow[]): Promise<CampaignRow[]> {
  const requests = await mintRequests(work, judged.flatMap(({ facts }) => facts ?? []), { followsId: null, occasion: 'first' })
  let place = 0
  return judged.map(({ row, facts }) => (facts ? { ...row, state: 'asked', requestId: requests[place++]!.id } : row))
}
