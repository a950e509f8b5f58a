import { PulseRegular } from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import { useText } from '../../language/LanguageProvider.tsx'
import { Loaded } from '../../portal/Loaded.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { QuietText, Stack } from '../../ui/Stack.tsx'
import { HealthBadge } from './HealthBadge.tsx'
import { type OwnServiceHealth, serviceHealthQuery } from './service-api.ts'
import { CheckedLine, IncidentList } from './StandingLines.tsx'

/** How the services of one's cloud stand, as the operator or a feed states it; the same page for partners and customers. */
export function ServiceHealthPage() {
  const { t } = useText()
  const health = useQuery(serviceHealthQuery)
  return (
    <>
      <PageHeader title={t('services.healthTitle')} intro={t('services.healthIntro')} />
      <Loaded query={health}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState icon={PulseRegular} title={t('services.none')}>
              {t('services.noneText')}
            </EmptyState>
          ) : (
            items.map((service) => <ServicePanel key={service.service} service={service} />)
          )
        }
      </Loaded>
    </>
  )
}

function ServicePanel({ service }: { service: OwnServiceHealth }) {
  const { t } = useText()
  const { serviceName, health, incidents, customers } = service
  const open = incidents.filter(({ isOpen }) => isOpen)
  const over = incidents.filter(({ isOpen }) => !isOpen)
  return (
    <Panel title={serviceName} acts={<HealthBadge health={health} />}>
      <Stack>
        <div>
          <CheckedLine {...service} />
          {customers !== null && <QuietText>{t('services.customers', { count: customers })}</QuietText>}
        </div>
        {open.length > 0 && <IncidentList incidents={open} label={t('services.openOf', { service: serviceName })} />}
        {over.length > 0 && (
          <Stack>
            <QuietText>{t('services.overLately', { count: over.length })}</QuietText>
            <IncidentList incidents={over} label={t('services.overOf', { service: serviceName })} />
          </Stack>
        )}
      </Stack>
    </Panel>
  )
}
