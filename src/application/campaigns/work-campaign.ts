import { theSystem } from '../../domain/actor.ts'
import { breakOff, pause } from '../../domain/campaigns/decide.ts'
import { DomainError } from '../../domain/errors.ts'
import { campaignsAtWork, enqueueCampaign, findAnyCampaign, lockCampaign } from '../../store/campaign-store.ts'
import { actingPerson, passesByItself } from '../acting-person.ts'
import type { Environment } from '../environment.ts'
import { performNow } from '../perform.ts'
import type { UseCase } from '../use-case.ts'
import { askCampaignBatch } from './ask-batch.ts'
import { checkCampaignBatch } from './check-batch.ts'
import { mailCampaignBatch } from './mail-batch.ts'
import { settleCampaign } from './own-campaign.ts'

/**
 * Works at a campaign batch after batch until nothing is left to do now. Each batch is an act of the person who started it,
 * judged like any other; where that person may no longer, the campaign pauses with the reason. Two at once take turns.
 */
export async function workCampaign(env: Environment, campaignId: string): Promise<void> {
  for (;;) {
    const next = await performNow(env, nextStep, theSystem, { id: campaignId })
    if (!next) return
    try {
      const actor = await actingPerson(env, next.actingId, 'campaign')
      await performNow(env, next.step, actor, { id: campaignId })
    } catch (error) {
      if (!(error instanceof DomainError) || passesByItself(error)) throw error
      await performNow(env, pauseByItself, theSystem, { id: campaignId, reason: String(error.details.reason ?? error.code) })
    }
  }
}

/** Which batch is next, and with whose rights; undefined where nothing is to be done now. */
const nextStep: UseCase<{ readonly id: string }, { readonly step: UseCase<{ readonly id: string }, void>; readonly actingId: string } | undefined> = {
  action: 'campaign.work',

  async run({ trx, env }, { id }) {
    const campaign = await findAnyCampaign(trx, id)
    if (campaign?.status === 'checking') return { step: checkCampaignBatch, actingId: campaign.actingId }
    if (campaign?.status !== 'running') return undefined
    if (campaign.delivery === 'self') return { step: askCampaignBatch, actingId: campaign.actingId }
    const isDue = campaign.nextAt === null || campaign.nextAt <= env.clock()
    return isDue ? { step: mailCampaignBatch, actingId: campaign.actingId } : undefined
  },
}

const pauseByItself: UseCase<{ readonly id: string; readonly reason: string }, void> = {
  action: 'campaign.work',

  async run(work, { id, reason }) {
    const found = await findAnyCampaign(work.trx, id)
    const campaign = found && (await lockCampaign(work.trx, found.partnerId, id))
    if (campaign?.status === 'running') await settleCampaign(work, pause(campaign, reason))
    if (campaign?.status === 'checking') await settleCampaign(work, breakOff(campaign, reason))
  },
}

/** Whatever lost its job, or is due by now, gets one; for the schedule. */
export const wakeCampaigns: UseCase<void, number> = {
  action: 'campaign.work',

  async run({ trx, now }) {
    for (const id of await campaignsAtWork(trx, now)) await enqueueCampaign(trx, id)
    return 0
  },
}
