import type { Language } from '../../language/languages.ts'
import type { UseCase } from '../use-case.ts'
import { type DescribedCampaign, describeCampaign } from './describe-campaign.ts'
import { findOwnCampaign } from './own-campaign.ts'

export const readCampaign: UseCase<{ readonly id: string; readonly reader: Language }, DescribedCampaign> = {
  action: 'campaign.read',
  run: async (work, { id, reader }) => describeCampaign(work, await findOwnCampaign(work, id), reader),
}
