import { CheckmarkCircleRegular, ClockRegular, DismissCircleRegular, ErrorCircleRegular, PauseCircleRegular } from '@fluentui/react-icons'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { StatusBadge } from '../../shared/ui/StatusBadge.tsx'
import type { OperatorMail } from './operator-api.ts'

export const mailStatuses = ['queued', 'sent', 'failed', 'held', 'givenUp'] as const satisfies readonly OperatorMail['status'][]

const looks = {
  queued: { tone: 'waiting', icon: ClockRegular },
  sent: { tone: 'good', icon: CheckmarkCircleRegular },
  failed: { tone: 'bad', icon: ErrorCircleRegular },
  held: { tone: 'neutral', icon: PauseCircleRegular },
  givenUp: { tone: 'ended', icon: DismissCircleRegular },
} as const

export function MailStatusBadge({ status }: { status: OperatorMail['status'] }) {
  const { t } = useText()
  return <StatusBadge {...looks[status]}>{t(`mailbox.status.${status}`)}</StatusBadge>
}
