import { WarningRegular } from '@fluentui/react-icons'
import { useText } from '../../language/LanguageProvider.tsx'
import { StatusBadge, type BadgeTone } from '../../ui/StatusBadge.tsx'
import type { RequestRow } from './request-api.ts'

const tones: Record<RequestRow['status'], BadgeTone> = { open: 'waiting', attentionNeeded: 'accent', closed: 'ended' }
const severityTones: Record<RequestRow['severity'], BadgeTone> = { critical: 'bad', moderate: 'waiting', minimal: 'neutral' }

/** Where it stands; while the desk owes an answer, whose desk it is. */
export function RequestBadge({ status, desk, isOverdue }: Pick<RequestRow, 'status' | 'desk' | 'isOverdue'>) {
  const { t } = useText()
  if (isOverdue) return <StatusBadge tone="bad" icon={WarningRegular}>{t(`serviceRequests.late.${desk}`)}</StatusBadge>
  return <StatusBadge tone={tones[status]}>{status === 'open' ? t(`serviceRequests.waits.${desk}`) : t(`serviceRequests.status.${status}`)}</StatusBadge>
}

export function SeverityBadge({ severity }: Pick<RequestRow, 'severity'>) {
  const { t } = useText()
  return <StatusBadge tone={severityTones[severity]}>{t(`serviceRequests.severity.${severity}`)}</StatusBadge>
}
