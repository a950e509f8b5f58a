import { makeStyles } from '@fluentui/react-components'
import { useSignedIn } from '../../shared/api/session.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { StatusBadge } from '../../shared/ui/StatusBadge.tsx'

const useStyles = makeStyles({ list: { display: 'inline-flex', flexWrap: 'wrap', gap: '4px', whiteSpace: 'nowrap' } })

/** What binds the customer to this partner, and through which channel where there is more than one (decision 17). */
export function RelationshipBadges({ relationship, channels }: { relationship?: string; channels: readonly string[] }) {
  const styles = useStyles()
  const { t, has } = useText()
  const { tenant } = useSignedIn()
  const channelName = (channel: string): string => {
    const key = `customers.channel.${channel}`
    return has(key) ? t(key as 'customers.channel.direct') : channel
  }
  const isTold = channels.length > 1 || tenant.partnerKinds.length > 1
  return (
    <span className={styles.list}>
      {relationship !== undefined && <StatusBadge tone="good">{t('customers.reseller')}</StatusBadge>}
      {(isTold ? channels : []).map((channel) => (
        <StatusBadge key={channel}>{channelName(channel)}</StatusBadge>
      ))}
    </span>
  )
}
