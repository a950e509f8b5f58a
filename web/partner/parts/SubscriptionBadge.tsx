import { useText } from '../../shared/language/LanguageProvider.tsx'
import { StatusBadge, type BadgeTone } from '../../shared/ui/StatusBadge.tsx'
import type { SubscriptionRow } from './subscription-api.ts'

const tones: Record<SubscriptionRow['status'], BadgeTone> = { pending: 'waiting', active: 'good', suspended: 'bad', deleted: 'ended' }

/** How it stands; of an ended one, why. */
export function SubscriptionBadge({ status, endedBecause }: Pick<SubscriptionRow, 'status' | 'endedBecause'>) {
  const { t, has } = useText()
  const key = `subscriptions.ended.${endedBecause}`
  return <StatusBadge tone={tones[status]}>{status === 'deleted' && has(key) ? t(key as 'subscriptions.ended.cancelled') : t(`subscriptions.status.${status}`)}</StatusBadge>
}
