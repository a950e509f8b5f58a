import type { Campaign } from '../../domain/campaigns/campaign.ts'
import { cancel, type DecidedCampaign, pause, resume, start } from '../../domain/campaigns/decide.ts'
import type { Action } from '../../domain/permissions.ts'
import type { Language } from '../../language/languages.ts'
import { countRows } from '../../store/campaign-row-store.ts'
import type { UseCase, Work } from '../use-case.ts'
import { type DescribedCampaign, describeCampaign } from './describe-campaign.ts'
import { lockOwnCampaign, putToWork, settleCampaign } from './own-campaign.ts'

export interface CampaignChange {
  readonly id: string
  /** the version that the person saw, where it is started: what is asked is what was read */
  readonly version?: number
  readonly reader: Language
}

export const startCampaign = change('campaign.run', async ({ person, now, trx }, campaign) => start(campaign, (await countRows(trx, campaign)).ready, { by: person.personId, now }))

/** The batch under way ends; what was asked stays asked. */
export const pauseCampaign = change('campaign.stop', (_work, campaign) => pause(campaign, null))

export const resumeCampaign = change('campaign.run', ({ person }, campaign) => resume(campaign, person.personId))

/** For good. Requests that were made stay as they are; each can be withdrawn at its own page. */
export const cancelCampaign = change('campaign.stop', async ({ trx, now }, campaign) => cancel(campaign, (await countRows(trx, campaign)).asked, now))

function change(action: Action, decide: (work: Work, campaign: Campaign) => DecidedCampaign | Promise<DecidedCampaign>): UseCase<CampaignChange, DescribedCampaign> {
  return {
    action,
    async run(work, { id, version, reader }) {
      const campaign = await lockOwnCampaign(work, id, version)
      const saved = await settleCampaign(work, await decide(work, campaign))
      if (saved.status === 'running') await putToWork(work, saved)
      return describeCampaign(work, saved, reader)
    },
  }
}
