import { makeStyles } from '@fluentui/react-components'
import { ShieldCheckmarkRegular } from '@fluentui/react-icons'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { StandingBadges } from '../../shared/pages/settings/StandingBadges.tsx'
import { StatusBadge } from '../../shared/ui/StatusBadge.tsx'
import type { OperatorPartner } from './operator-api.ts'

const useStyles = makeStyles({ badges: { display: 'flex', flexWrap: 'wrap', gap: '4px' } })

/** Active or suspended, in debt, verified: in words beside the colours. */
export function PartnerStanding({ partner }: { partner: OperatorPartner }) {
  const styles = useStyles()
  const { t } = useText()
  return (
    <span className={styles.badges}>
      <StandingBadges partner={partner} />
      {partner.verifiedAt ? (
        <StatusBadge tone="accent" icon={ShieldCheckmarkRegular}>{t('settings.verified')}</StatusBadge>
      ) : (
        <StatusBadge tone="ended">{t('settings.notVerified')}</StatusBadge>
      )}
      {!partner.agreementSignedAt && <StatusBadge tone="waiting">{t('console.unsigned')}</StatusBadge>}
    </span>
  )
}
