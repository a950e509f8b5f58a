import { useText } from '../../shared/language/LanguageProvider.tsx'
import { StatusBadge, type BadgeTone } from '../../shared/ui/StatusBadge.tsx'
import type { PartnershipStatus } from './partnership-api.ts'

const tones: Record<PartnershipStatus, BadgeTone> = {
  draft: 'neutral',
  shared: 'waiting',
  active: 'good',
  declined: 'bad',
  withdrawn: 'ended',
  expired: 'ended',
  removed: 'ended',
}

export function PartnershipBadge({ status }: { status: PartnershipStatus }) {
  const { t } = useText()
  return <StatusBadge tone={tones[status]}>{t(`partnerships.status.${status}`)}</StatusBadge>
}
