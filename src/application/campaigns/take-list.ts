import { longestList, type StatedRow } from '../../domain/campaigns/campaign.ts'
import { takeList } from '../../domain/campaigns/decide.ts'
import type { Language } from '../../language/languages.ts'
import { replaceRows } from '../../store/campaign-row-store.ts'
import type { UseCase } from '../use-case.ts'
import { type DescribedCampaign, describeCampaign } from './describe-campaign.ts'
import { lockOwnCampaign, putToWork, settleCampaign } from './own-campaign.ts'
import { notAList } from './read-list.ts'

export interface ListTaking {
  readonly id: string
  readonly rows: readonly StatedRow[]
  /** of the bytes as they came */
  readonly sha256: Buffer
  readonly reader: Language
}

/**
 * Takes the rows of a file, all or none, and has them checked. A dry run: nobody is asked before somebody starts it. As long
 * as nobody did, another file takes the place of this one.
 */
export const takeCampaignList: UseCase<ListTaking, DescribedCampaign> = {
  action: 'campaign.prepare',

  async run(work, { id, rows, sha256, reader }) {
    const campaign = await lockOwnCampaign(work, id)
    if (rows.length === 0) throw notAList('listEmpty')
    if (rows.length > longestList) throw notAList('listTooLong')
    const decided = takeList(campaign, { sha256, rows: rows.length, by: work.person.personId })
    await replaceRows(work.trx, campaign, rows)
    const saved = await settleCampaign(work, decided)
    await putToWork(work, saved)
    return describeCampaign(work, saved, reader)
  },
}
