import { makeStyles } from '@fluentui/react-components'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { StatusBadge } from '../../shared/ui/StatusBadge.tsx'
import type { PartnerRelationship } from './partner-api.ts'

const useStyles = makeStyles({ badges: { display: 'inline-flex', flexWrap: 'wrap', gap: '4px' } })

/** Where the reseller relationship stands, and whether its end was asked for. */
export function RelationshipBadge({ partner }: { partner: PartnerRelationship }) {
  const styles = useStyles()
  const { t } = useText()
  const { relationship, endRequest } = partner
  const state = relationship === null ? 'none' : relationship.status === 'active' ? 'active' : 'ended'
  return (
    <span className={styles.badges}>
      <StatusBadge tone={state === 'active' ? 'good' : 'ended'}>{t(`partners.status.${state}`)}</StatusBadge>
      {endRequest?.status === 'asked' && <StatusBadge tone="waiting">{t('partners.endAsked')}</StatusBadge>}
    </span>
  )
}
