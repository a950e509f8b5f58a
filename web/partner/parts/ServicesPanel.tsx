import { makeStyles, tokens } from '@fluentui/react-components'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { HealthBadge } from '../../shared/pages/services/HealthBadge.tsx'
import { CheckedLine, IncidentList } from '../../shared/pages/services/StandingLines.tsx'
import { paths } from '../../shared/paths.ts'
import { DateText } from '../../shared/ui/DateText.tsx'
import { KeyValueList } from '../../shared/ui/KeyValueList.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { TextLink } from '../../shared/ui/TextLink.tsx'
import type { CustomerRecord, ServiceOfCustomer } from './customer-api.ts'
import { PortalState } from './AdminPortals.tsx'

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  service: { paddingBlock: '16px', ':not(:last-child)': { borderBottom: `1px solid ${tokens.colorNeutralStroke2}` }, ':first-child': { paddingTop: 0 }, ':last-child': { paddingBottom: 0 } },
  head: { display: 'flex', flexWrap: 'wrap', gap: '4px 12px', alignItems: 'center', marginBottom: '8px' },
  name: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, fontWeight: tokens.fontWeightSemibold },
  incidents: { marginTop: '12px' },
})

/** Each service of the customer: what is sold of it and by whom, how it stands, and where it is administered [S1.22]. */
export function ServicesPanel({ record, customerId }: { record: CustomerRecord; customerId: string }) {
  const styles = useStyles()
  const { t } = useText()
  return (
    <Panel title={t('services.customerServices')} acts={<TextLink href={paths.partner.customerSubscriptions(customerId)}>{t('customerAccount.openSubscriptions')}</TextLink>}>
      <ul className={styles.list}>
        {record.services.map((service) => (
          <li key={service.service} className={styles.service}>
            <div className={styles.head}>
              <h3 className={styles.name}>{service.name}</h3>
              {service.standing && <HealthBadge health={service.standing.health} />}
            </div>
            <Facts service={service} portal={record.adminPortals.find((portal) => portal.service === service.service)} />
            {service.standing && service.standing.incidents.length > 0 && (
              <div className={styles.incidents}>
                <IncidentList incidents={service.standing.incidents} label={t('services.openOf', { service: service.name })} />
              </div>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function Facts({ service: { subscriptions, grantedAt, lastUsedAt, standing }, portal }: { service: ServiceOfCustomer; portal: CustomerRecord['adminPortals'][number] | undefined }) {
  const { t } = useText()
  const { own, ownSeats, others } = subscriptions
  return (
    <KeyValueList
      items={[
        { key: t('services.own'), value: own > 0 ? t('services.ownLine', { subscriptions: own, seats: ownSeats }) : t('services.othersLine', { count: 0 }) },
        { key: t('services.others'), value: others === null ? t('services.othersUnknown') : t('services.othersLine', { count: others }) },
        {
          key: t('services.privileges'),
          value:
            grantedAt === null ? (
              t('services.noPrivileges')
            ) : (
              <>
                {t('services.privilegesSince')} <DateText at={grantedAt} /> · {t('customers.lastUse')}: {lastUsedAt ? <DateText at={lastUsedAt} as="relative" /> : t('shell.never')}
              </>
            ),
        },
        portal && { key: t('services.portal'), value: <PortalState portal={portal} /> },
        standing && { key: t('services.standing'), value: <CheckedLine {...standing} /> },
      ]}
    />
  )
}
