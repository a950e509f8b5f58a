import type { Campaign } from '../../domain/campaigns/campaign.ts'
import type { DecidedCampaign } from '../../domain/campaigns/decide.ts'
import { DomainError } from '../../domain/errors.ts'
import { enqueueCampaign, findCampaign, lockCampaign, saveCampaign } from '../../store/campaign-store.ts'
import type { Work } from '../use-case.ts'

/** Somebody else's campaign answers like an absent one (decision 11). */
export async function findOwnCampaign({ trx, person }: Work, id: string): Promise<Campaign> {
  return (await findCampaign(trx, person.tenantId, id)) ?? notThere()
}

export async function lockOwnCampaign({ trx, person }: Work, id: string, version?: number): Promise<Campaign> {
  const campaign = (await lockCampaign(trx, person.tenantId, id)) ?? notThere()
  if (version !== undefined && campaign.version !== version) throw new DomainError('changedMeanwhile', 'The campaign changed meanwhile.')
  return campaign
}

/** State and fact together. */
export async function settleCampaign(work: Pick<Work, 'trx' | 'record'>, { next, event }: DecidedCampaign): Promise<Campaign> {
  const saved = await saveCampaign(work.trx, next)
  await work.record(event)
  return saved
}

/** The job that works at it, put there by the act itself. */
export function putToWork({ trx, env }: Work, { id }: Campaign): Promise<void> {
  return enqueueCampaign(trx, id, env.telemetry?.tracer?.current())
}

function notThere(): never {
  throw new DomainError('notFound', 'No such campaign.')
}
