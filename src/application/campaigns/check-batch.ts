import { finishCheck } from '../../domain/campaigns/decide.ts'
import { countRows, rowsInState, saveRows } from '../../store/campaign-row-store.ts'
import { saveCampaign } from '../../store/campaign-store.ts'
import type { UseCase } from '../use-case.ts'
import { judgeRows } from './judge-rows.ts'
import { lockOwnCampaign, settleCampaign } from './own-campaign.ts'

const batch = 500

/** Judges the next rows of a list that is being checked, in a transaction of their own. Broken off, it goes on where it was. */
export const checkCampaignBatch: UseCase<{ readonly id: string }, void> = {
  action: 'campaign.prepare',

  async run(work, { id }) {
    const campaign = await lockOwnCampaign(work, id)
    if (campaign.status !== 'checking') return
    const rows = await rowsInState(work.trx, campaign, 'unchecked', batch)
    const judged = await judgeRows(work, campaign, rows, 'checking')
    await saveRows(work.trx, campaign, judged.map(({ row }) => row))
    const next = { ...campaign, checkedCount: campaign.checkedCount + rows.length }
    if (rows.length === batch) await saveCampaign(work.trx, next)
    else {
      const { ready, refused } = await countRows(work.trx, campaign)
      await settleCampaign(work, finishCheck(next, { ready, refused }))
    }
  },
}
