import type { UsageStatus } from '../../../../src/domain/usage/usage-subscription.ts'
import { useText } from '../../language/LanguageProvider.tsx'
import { StatusBadge, type BadgeTone } from '../../ui/StatusBadge.tsx'

const tones: Record<UsageStatus, BadgeTone> = { active: 'good', suspended: 'bad', cancelled: 'ended' }

export function UsageBadge({ status }: { status: UsageStatus }) {
  const { t } = useText()
  return <StatusBadge tone={tones[status]}>{t(`usage.status.${status}`)}</StatusBadge>
}
