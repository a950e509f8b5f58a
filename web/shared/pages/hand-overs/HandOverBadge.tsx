import { useText } from '../../language/LanguageProvider.tsx'
import { type BadgeTone, StatusBadge } from '../../ui/StatusBadge.tsx'
import type { HandOverStatus } from './hand-over-api.ts'

const tones: Record<HandOverStatus, BadgeTone> = { proposed: 'waiting', agreed: 'waiting', accepted: 'good', declined: 'bad', withdrawn: 'ended', expired: 'ended', ended: 'ended' }

export function HandOverBadge({ status }: { status: HandOverStatus }) {
  const { t } = useText()
  return <StatusBadge tone={tones[status]}>{t(`handOvers.status.${status}`)}</StatusBadge>
}
