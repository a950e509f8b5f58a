import { CheckmarkCircleRegular, ErrorCircleRegular, WarningRegular } from '@fluentui/react-icons'
import { useText } from '../../language/LanguageProvider.tsx'
import { StatusBadge } from '../../ui/StatusBadge.tsx'
import type { PartnerStanding } from './settings-api.ts'

/** Active or suspended, and in debt: in words beside the colours. */
export function StandingBadges({ partner }: { partner: Pick<PartnerStanding, 'status' | 'inDebt'> }) {
  const { t } = useText()
  const look = partner.status === 'active' ? ({ tone: 'good', icon: CheckmarkCircleRegular } as const) : ({ tone: 'bad', icon: ErrorCircleRegular } as const)
  return (
    <>
      <StatusBadge {...look}>{t(`settings.standing.${partner.status}`)}</StatusBadge>
      {partner.inDebt && (
        <StatusBadge tone="waiting" icon={WarningRegular}>
          {t('settings.standing.inDebt')}
        </StatusBadge>
      )}
    </>
  )
}
