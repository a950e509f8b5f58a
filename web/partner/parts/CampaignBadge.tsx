import type { CampaignStatus } from '../../../src/domain/campaigns/campaign.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { type BadgeTone, StatusBadge } from '../../shared/ui/StatusBadge.tsx'
import type { RowStanding } from './campaign-api.ts'

const tones: Record<CampaignStatus, BadgeTone> = { draft: 'neutral', checking: 'accent', checked: 'waiting', running: 'accent', paused: 'waiting', done: 'good', cancelled: 'ended' }

export function CampaignBadge({ status }: { status: CampaignStatus }) {
  const { t } = useText()
  return <StatusBadge tone={tones[status]}>{t(`campaigns.status.${status}`)}</StatusBadge>
}

const rowTones: Record<RowStanding, BadgeTone> = {
  unchecked: 'neutral', ready: 'good', refused: 'bad', draft: 'neutral', shared: 'waiting', opened: 'accent', accepted: 'good', declined: 'bad', withdrawn: 'ended', expired: 'ended',
}

export function RowBadge({ state }: { state: RowStanding }) {
  const { t } = useText()
  return <StatusBadge tone={rowTones[state]}>{t(`campaigns.row.${state}`)}</StatusBadge>
}
