import { useText } from '../../shared/language/LanguageProvider.tsx'
import { StatusBadge } from '../../shared/ui/StatusBadge.tsx'
import type { BusinessProfile } from './referral-api.ts'

export function ProfileBadge({ status }: { status: BusinessProfile['status'] }) {
  const { t } = useText()
  return <StatusBadge tone={status === 'published' ? 'good' : 'neutral'}>{t(`referrals.profileStatus.${status}`)}</StatusBadge>
}
