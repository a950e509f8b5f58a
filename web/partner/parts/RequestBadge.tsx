import { useText } from '../../shared/language/LanguageProvider.tsx'
import { StatusBadge, type BadgeTone } from '../../shared/ui/StatusBadge.tsx'
import type { RequestStatus } from './request-api.ts'

const tones: Record<RequestStatus, BadgeTone> = {
  draft: 'neutral',
  shared: 'waiting',
  opened: 'accent',
  accepted: 'good',
  declined: 'bad',
  withdrawn: 'ended',
  expired: 'ended',
}

export function RequestBadge({ status }: { status: RequestStatus }) {
  const { t } = useText()
  return <StatusBadge tone={tones[status]}>{t(`requests.status.${status}`)}</StatusBadge>
}
