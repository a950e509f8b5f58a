import { type Campaign, mostMailsADay } from '../../domain/campaigns/campaign.ts'
import { finish } from '../../domain/campaigns/decide.ts'
import { remind, share } from '../../domain/relationship-requests/decide.ts'
import { effectiveStatus, isAwaiting } from '../../domain/relationship-requests/relationship-request.ts'
import { awaitsReminders, campaignMailsSince, holdCampaignMails, rowsToMail, rowsToRemind } from '../../store/campaign-mail-store.ts'
import { type CampaignRow, countRows, saveRows } from '../../store/campaign-row-store.ts'
import { saveCampaign } from '../../store/campaign-store.ts'
import { lockOwnRequest, settle } from '../relationship-requests/own-request.ts'
import { composeRequestDraft, wordsToStore } from '../relationship-requests/request-draft.ts'
import { storedRequestLink } from '../relationship-requests/request-link.ts'
import type { UseCase, Work } from '../use-case.ts'
import { askAll } from './ask-batch.ts'
import { judgeRows } from './judge-rows.ts'
import { lockOwnCampaign, settleCampaign } from './own-campaign.ts'
import { writeInvitation } from './write-invitation.ts'

const dayMs = 86_400_000

/** Between two batches; a day's mails leave spread over the day, so that no receiver takes them for a flood. */
const minutesBetween = 5
const mostInABatch = 100

/**
 * The next mails of a campaign: requests that come into being as their letter is written, so that their time counts from it,
 * and reminders that are due. Request, row and letter are one transaction: killed at any moment, no letter is written twice.
 */
export const mailCampaignBatch: UseCase<{ readonly id: string }, void> = {
  action: 'campaign.run',

  async run(work, { id }) {
    const { trx, now, env } = work
    const campaign = await lockOwnCampaign(work, id)
    if (campaign.status !== 'running' || campaign.delivery !== 'mails') return
    await holdCampaignMails(trx, campaign.partnerId)
    const most = await mailsAllowed(work, campaign)
    const asked = await askByMail(work, campaign, await rowsToMail(trx, campaign, { since: new Date(now.getTime() - dayMs), most }))
    const due = new Date(now.getTime() - campaign.daysBetween * dayMs)
    const reminded = await remindByMail(work, campaign, await rowsToRemind(trx, campaign, { due, now, most: most - asked }))
    const counts = await countRows(trx, campaign)
    if (counts.ready === 0 && asked + reminded === 0 && !(await awaitsReminders(trx, campaign, now))) await settleCampaign(work, finish(campaign, counts.asked, now))
    // By the real clock, which is the queue's; a sandbox may have another.
    else await saveCampaign(trx, { ...campaign, nextAt: new Date(env.clock().getTime() + minutesBetween * 60_000) })
  },
}

/** What the campaign's own pace, and the partner's mails of the last 24 hours, leave for this batch (rule R39). */
async function mailsAllowed({ trx, now, env }: Work, campaign: Campaign): Promise<number> {
  const { own, all } = await campaignMailsSince(trx, campaign, new Date(now.getTime() - dayMs))
  const share = Math.ceil((campaign.mailsADay * minutesBetween) / (24 * 60))
  return Math.max(0, Math.min(share, mostInABatch, campaign.mailsADay - own, mostMailsADay * (env.rateFactor ?? 1) - all))
}

async function askByMail(work: Work, campaign: Campaign, rows: readonly CampaignRow[]): Promise<number> {
  const asked = await askAll(work, await judgeRows(work, campaign, rows, 'asking'))
  const written: CampaignRow[] = []
  for (const row of asked) {
    if (row.requestId === null) written.push(row)
    else {
      const request = await lockOwnRequest(work, row.requestId)
      written.push(await writeInvitation(work, { campaign, row, request: await settle(work, share(request, 'sent', work.now)!), occasion: 'first' }))
    }
  }
  await saveRows(work.trx, campaign, written)
  return written.length
}

async function remindByMail(work: Work, campaign: Campaign, rows: readonly CampaignRow[]): Promise<number> {
  const written: CampaignRow[] = []
  for (const row of rows) {
    const request = await lockOwnRequest(work, row.requestId!)
    // Answered, withdrawn or sent anew since the row was read: its newest request has its turn another time.
    if (!isAwaiting(effectiveStatus(request, work.now))) continue
    const link = await storedRequestLink(work, request)
    const letter = await composeRequestDraft(work, request, { link, occasion: 'reminder' })
    const reminded = await settle(work, remind(request, { subject: letter.subject, body: wordsToStore(letter.text, link) }, work.now))
    written.push(await writeInvitation(work, { campaign, row, request: reminded, occasion: 'reminder' }))
  }
  await saveRows(work.trx, campaign, written)
  return written.length
}
