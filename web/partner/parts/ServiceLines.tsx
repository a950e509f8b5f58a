import { makeStyles, tokens } from '@fluentui/react-components'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { HealthBadge } from '../../shared/pages/services/HealthBadge.tsx'
import { DateText } from '../../shared/ui/DateText.tsx'
import { Stack } from '../../shared/ui/Stack.tsx'
import type { ServiceOfCustomer } from './customer-api.ts'
import { Reason } from './Reason.tsx'

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', rowGap: '10px' },
  line: { display: 'flex', flexWrap: 'wrap', columnGap: '8px', rowGap: '4px', alignItems: 'center' },
  fact: { display: 'block', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
})

/** The services of a customer in short: how each stands, what is sold of it, and the privileges with their last use. */
export function ServiceLines({ services }: { services: readonly ServiceOfCustomer[] }) {
  const styles = useStyles()
  const { t } = useText()
  if (services.length === 0) return <Reason text={t('services.noneText')} />
  const lines = (
    <ul className={styles.list}>
      {services.map(({ service, name, grantedAt, lastUsedAt, subscriptions, standing }) => (
        <li key={service}>
          <span className={styles.line}>
            {name} {standing && <HealthBadge health={standing.health} />}
          </span>
          <span className={styles.fact}>
            {subscriptions.own > 0 ? `${t('services.own')}: ${t('services.ownLine', { subscriptions: subscriptions.own, seats: subscriptions.ownSeats })}` : t('services.nothingSoldByYou')}
          </span>
          {subscriptions.others !== null && subscriptions.others > 0 && <span className={styles.fact}>{`${t('services.others')}: ${t('services.othersLine', { count: subscriptions.others })}`}</span>}
          {grantedAt !== null && (
            <span className={styles.fact}>
              {t('customers.privilegesSince')} <DateText at={grantedAt} /> · {t('customers.lastUse')}: {lastUsedAt ? <DateText at={lastUsedAt} as="relative" /> : t('shell.never')}
            </span>
          )}
          {standing?.incidents.map(({ incidentId, title }) => (
            <span key={incidentId} className={styles.fact}>
              {title}
            </span>
          ))}
        </li>
      ))}
    </ul>
  )
  if (services.some(({ grantedAt }) => grantedAt !== null)) return lines
  return (
    <Stack>
      {lines}
      <Reason text={t('customers.noServices')} />
    </Stack>
  )
}
