import type { TransferStatus } from '../../../../src/domain/transfers/transitions.ts'
import { useText } from '../../language/LanguageProvider.tsx'
import { type BadgeTone, StatusBadge } from '../../ui/StatusBadge.tsx'

const tones: Record<TransferStatus, BadgeTone> = { asked: 'waiting', offered: 'waiting', completed: 'good', declined: 'bad', withdrawn: 'ended', expired: 'ended' }

export function TransferBadge({ status }: { status: TransferStatus }) {
  const { t } = useText()
  return <StatusBadge tone={tones[status]}>{t(`transfers.status.${status}`)}</StatusBadge>
}
