import { DomainError } from '../errors.ts'
import type { EventDraft, EventType } from '../events.ts'
import { openTransitions, transition } from '../transition.ts'
import type { Campaign } from './campaign.ts'
import { type CampaignAct, campaignTransitions } from './transitions.ts'

/** The next state and the fact to record; saved together or not at all. */
export interface DecidedCampaign {
  readonly next: Campaign
  readonly event: EventDraft
}

export function plan(campaign: Campaign): DecidedCampaign {
  const { delivery, askPrivileges } = campaign
  return { next: campaign, event: fact(campaign, 'campaign.created', { delivery, askPrivileges }) }
}

/** Rows of an earlier file are replaced; nobody was asked yet. */
export function takeList(campaign: Campaign, list: { readonly sha256: Buffer; readonly rows: number; readonly by: string }): DecidedCampaign {
  const next = { ...campaign, status: to(campaign, 'takeList'), fileSha256: list.sha256, rowCount: list.rows, checkedCount: 0, pauseReason: null, actingId: list.by }
  return { next, event: fact(next, 'campaign.listTaken', { rows: list.rows, sha256: list.sha256.toString('hex') }) }
}

export function finishCheck(campaign: Campaign, counts: { readonly ready: number; readonly refused: number }): DecidedCampaign {
  const next = { ...campaign, status: to(campaign, 'finishCheck') }
  return { next, event: fact(next, 'campaign.checked', { rows: counts.ready, refused: counts.refused }) }
}

/** Needs at least one row that can be asked: an empty start would look like one that did something. */
export function start(campaign: Campaign, ready: number, { by, now }: { readonly by: string; readonly now: Date }): DecidedCampaign {
  const status = to(campaign, 'start')
  if (ready === 0) throw new DomainError('invalidTransition', 'No row of the list can be asked.', { reason: 'nothingToAsk', action: 'start' })
  const next = { ...campaign, status, actingId: by, startedAt: now }
  return { next, event: fact(next, 'campaign.started', { rows: ready, delivery: campaign.delivery }) }
}

/** By a person, or by itself where the right to go on has ended; then with the reason. */
export function pause(campaign: Campaign, reason: string | null): DecidedCampaign {
  const next = { ...campaign, status: to(campaign, 'pause'), pauseReason: reason }
  return { next, event: { ...fact(next, 'campaign.paused', {}), ...(reason !== null && { refused: reason }) } }
}

/** Where the list can no longer be checked with the rights of whoever brought it; the next file begins anew. */
export function breakOff(campaign: Campaign, reason: string): DecidedCampaign {
  const next = { ...campaign, status: to(campaign, 'breakOff'), pauseReason: reason }
  return { next, event: { ...fact(next, 'campaign.paused', {}), refused: reason } }
}

export function resume(campaign: Campaign, by: string): DecidedCampaign {
  const next = { ...campaign, status: to(campaign, 'resume'), pauseReason: null, actingId: by }
  return { next, event: fact(next, 'campaign.resumed', {}) }
}

export function finish(campaign: Campaign, asked: number, now: Date): DecidedCampaign {
  const next = { ...campaign, status: to(campaign, 'finish'), endedAt: now }
  return { next, event: fact(next, 'campaign.finished', { rows: asked }) }
}

export function cancel(campaign: Campaign, asked: number, now: Date): DecidedCampaign {
  const next = { ...campaign, status: to(campaign, 'cancel'), endedAt: now, pauseReason: null }
  return { next, event: fact(next, 'campaign.cancelled', { rows: asked }) }
}

/** What a person may still do with it, in this state; the others come by themselves. */
export function openCampaignActs(campaign: Campaign, ready: number): CampaignAct[] {
  return openTransitions(campaignTransitions, campaign.status).filter((act) => !['finishCheck', 'finish', 'breakOff'].includes(act) && (act !== 'start' || ready > 0))
}

function to<Act extends CampaignAct>(campaign: Campaign, act: Act): (typeof campaignTransitions)[Act]['to'] {
  return transition(campaignTransitions, campaign.status, act)
}

function fact({ id, partnerId }: Campaign, type: EventType, data: Record<string, unknown>): EventDraft {
  return { type, resource: { type: 'campaign', id }, readers: [{ tenantId: partnerId }], data }
}
