import { CheckmarkCircleRegular, MailClockRegular, ProhibitedRegular } from '@fluentui/react-icons'
import { useText } from '../../language/LanguageProvider.tsx'
import { StatusBadge } from '../../ui/StatusBadge.tsx'
import type { PersonRow } from './people-api.ts'

const looks = {
  active: { tone: 'good', icon: CheckmarkCircleRegular },
  invited: { tone: 'waiting', icon: MailClockRegular },
  disabled: { tone: 'ended', icon: ProhibitedRegular },
} as const

export function PersonStatusBadge({ status }: { status: PersonRow['status'] }) {
  const { t } = useText()
  return <StatusBadge {...looks[status]}>{t(`users.status.${status}`)}</StatusBadge>
}
