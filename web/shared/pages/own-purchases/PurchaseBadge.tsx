import { useText } from '../../language/LanguageProvider.tsx'
import { type BadgeTone, StatusBadge } from '../../ui/StatusBadge.tsx'
import type { OwnPurchase } from './purchase-api.ts'

const tones: Record<OwnPurchase['status'], BadgeTone> = { awaitingApproval: 'waiting', ordered: 'good', declined: 'bad', withdrawn: 'ended', lapsed: 'ended' }
const subscriptionTones: Record<NonNullable<OwnPurchase['subscriptionStatus']>, BadgeTone> = { pending: 'waiting', active: 'good', suspended: 'bad', deleted: 'ended', notProvisioned: 'bad' }

/** Where a purchase stands: once it is sold, as its subscription does. */
export function PurchaseBadge({ purchase: { status, subscriptionStatus } }: { purchase: OwnPurchase }) {
  const { t } = useText()
  if (status === 'ordered' && subscriptionStatus !== null) return <StatusBadge tone={subscriptionTones[subscriptionStatus]}>{t(`ownPurchases.bought.${subscriptionStatus}`)}</StatusBadge>
  return <StatusBadge tone={tones[status]}>{t(`ownPurchases.status.${status}`)}</StatusBadge>
}
