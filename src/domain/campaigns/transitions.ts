import type { TransitionTable } from '../transition.ts'
import type { CampaignStatus } from './campaign.ts'

/** A list may be read anew until it was started; what was asked by then stays asked, whatever becomes of the campaign. */
export const campaignTransitions = {
  takeList: { from: ['draft', 'checked'], to: 'checking' },
  finishCheck: { from: ['checking'], to: 'checked' },
  start: { from: ['checked'], to: 'running' },
  pause: { from: ['running'], to: 'paused' },
  // Where whoever uploaded the list may no longer: another file, by somebody who may, begins anew.
  breakOff: { from: ['checking'], to: 'draft' },
  resume: { from: ['paused'], to: 'running' },
  finish: { from: ['running'], to: 'done' },
  cancel: { from: ['draft', 'checking', 'checked', 'running', 'paused'], to: 'cancelled' },
} as const satisfies TransitionTable<CampaignStatus>

export type CampaignAct = keyof typeof campaignTransitions
