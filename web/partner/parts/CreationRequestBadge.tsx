import { useText } from '../../shared/language/LanguageProvider.tsx'
import { StatusBadge, type BadgeTone } from '../../shared/ui/StatusBadge.tsx'
import type { CreationRequestStatus } from './creation-request-api.ts'

const tones: Record<CreationRequestStatus, BadgeTone> = { waiting: 'waiting', completed: 'good', declined: 'bad', withdrawn: 'ended' }

export function CreationRequestBadge({ status }: { status: CreationRequestStatus }) {
  const { t } = useText()
  return <StatusBadge tone={tones[status]}>{t(`creationRequests.status.${status}`)}</StatusBadge>
}
