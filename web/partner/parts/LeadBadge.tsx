import { FireRegular } from '@fluentui/react-icons'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { StatusBadge, type BadgeTone } from '../../shared/ui/StatusBadge.tsx'
import type { LeadRow } from './referral-api.ts'

const tones: Record<LeadRow['status'], BadgeTone> = { received: 'waiting', accepted: 'good', won: 'good', lost: 'ended', declined: 'bad', expired: 'ended', withdrawn: 'ended' }

export function LeadBadge({ status }: { status: LeadRow['status'] }) {
  const { t } = useText()
  return <StatusBadge tone={tones[status]}>{t(`referrals.status.${status}`)}</StatusBadge>
}

/** The flame: red while the 72 hours run, grey when they have passed and the lead still waits (S4.L3.5). */
export function CallBadge({ call }: { call: LeadRow['call'] }) {
  const { t } = useText()
  if (call === null) return null
  return (
    <StatusBadge tone={call === 'now' ? 'bad' : 'neutral'} icon={FireRegular}>
      {t(`referrals.call.${call}`)}
    </StatusBadge>
  )
}
