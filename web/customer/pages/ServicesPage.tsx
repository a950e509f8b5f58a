import { makeStyles } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { HealthBadge } from '../../shared/pages/services/HealthBadge.tsx'
import { type OwnService, ownServicesQuery } from '../../shared/pages/services/service-api.ts'
import { CheckedLine, IncidentList } from '../../shared/pages/services/StandingLines.tsx'
import { paths } from '../../shared/paths.ts'
import { Loaded } from '../../shared/portal/Loaded.tsx'
import { ButtonLink } from '../../shared/ui/ButtonLink.tsx'
import { KeyValueList } from '../../shared/ui/KeyValueList.tsx'
import { PageHeader } from '../../shared/ui/PageHeader.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { Stack } from '../../shared/ui/Stack.tsx'
import { TextLink } from '../../shared/ui/TextLink.tsx'
import { ForAdministrators } from '../parts/ForAdministrators.tsx'

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', rowGap: '6px' },
})

/** What the organization has: who sold how much of each service, and how it stands. */
export function ServicesPage() {
  const { t } = useText()
  const services = useQuery(ownServicesQuery)
  return (
    <>
      <PageHeader title={t('services.title')} intro={t('services.intro')} acts={<ButtonLink href={paths.customer.serviceHealth}>{t('services.all')}</ButtonLink>} />
      <ForAdministrators error={services.error}>
        <Loaded query={services}>{({ items }) => items.map((service) => <ServicePanel key={service.service} service={service} />)}</Loaded>
      </ForAdministrators>
    </>
  )
}

function ServicePanel({ service: { serviceName, adminPortalName, sellers, standing } }: { service: OwnService }) {
  const { t } = useText()
  return (
    <Panel title={serviceName} acts={standing && <HealthBadge health={standing.health} />}>
      <Stack>
        <KeyValueList
          items={[
            { key: t('services.soldBy'), value: sellers.length > 0 ? <Sellers sellers={sellers} /> : t('services.nothingSold') },
            adminPortalName !== null && { key: t('services.portal'), value: adminPortalName },
            standing && { key: t('services.standing'), value: <CheckedLine {...standing} /> },
          ]}
        />
        {standing && standing.incidents.length > 0 && <IncidentList incidents={standing.incidents} label={t('services.openOf', { service: serviceName })} />}
      </Stack>
    </Panel>
  )
}

/** With whom the organization deals for the service, each with how much. */
function Sellers({ sellers }: { sellers: OwnService['sellers'] }) {
  const styles = useStyles()
  const { t } = useText()
  return (
    <ul className={styles.list}>
      {sellers.map(({ partnerId, partnerName, providerName, subscriptions, seats }) => (
        <li key={`${partnerId} ${providerName}`}>
          <TextLink href={paths.customer.partner(partnerId)}>
            <bdi>{partnerName}</bdi>
          </TextLink>
          {providerName !== null && <> {t('services.soldThrough', { provider: providerName })}</>}: {t('services.ownLine', { subscriptions, seats })}
        </li>
      ))}
    </ul>
  )
}
