import { Button } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { HealthBadge } from '../../shared/pages/services/HealthBadge.tsx'
import type { Incident } from '../../shared/pages/services/service-api.ts'
import { CheckedLine, IncidentList } from '../../shared/pages/services/StandingLines.tsx'
import { Loaded } from '../../shared/portal/Loaded.tsx'
import { KeyValueList } from '../../shared/ui/KeyValueList.tsx'
import { PageHeader } from '../../shared/ui/PageHeader.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { Acts, QuietText, Stack } from '../../shared/ui/Stack.tsx'
import { NoteIncidentDrawer } from '../forms/NoteIncidentDrawer.tsx'
import { StateCheckedDialog } from '../forms/StateCheckedDialog.tsx'
import { StateIncidentDrawer } from '../forms/StateIncidentDrawer.tsx'
import { type HealthOfCloud, healthOfCloudsQuery } from '../parts/service-health-api.ts'
import { useCloudName } from '../parts/use-cloud-name.ts'

type Open = { form: 'incident' | 'checked'; cloud: HealthOfCloud } | { form: 'note'; incident: Incident } | null

/** How the services of every cloud stand, as those who use them read it, and the acts that state it. */
export function ServiceHealthPage() {
  const { t } = useText()
  const clouds = useQuery(healthOfCloudsQuery)
  const [open, setOpen] = useState<Open>(null)
  const onClose = () => setOpen(null)
  return (
    <>
      <PageHeader title={t('services.healthTitle')} intro={t('services.operatorIntro')} />
      <Loaded query={clouds}>{({ items }) => items.map((cloud) => <CloudPanel key={cloud.cloud} cloud={cloud} onOpen={setOpen} />)}</Loaded>
      {open?.form === 'incident' && <StateIncidentDrawer cloud={open.cloud} onClose={onClose} />}
      {open?.form === 'checked' && <StateCheckedDialog cloud={open.cloud.cloud} onClose={onClose} />}
      {open?.form === 'note' && <NoteIncidentDrawer incident={open.incident} onClose={onClose} />}
    </>
  )
}

function CloudPanel({ cloud, onOpen }: { cloud: HealthOfCloud; onOpen: (open: Open) => void }) {
  const { t } = useText()
  const name = useCloudName()(cloud.cloud)
  const incidents = cloud.services.flatMap((service) => service.incidents.filter(({ isOpen }) => isOpen))
  return (
    <Panel
      title={name}
      acts={
        <>
          <Button size="small" aria-label={`${t('services.stateIncident')}: ${name}`} onClick={() => onOpen({ form: 'incident', cloud })}>
            {t('services.stateIncident')}
          </Button>
          <Button size="small" aria-label={`${t('services.stateChecked')}: ${name}`} onClick={() => onOpen({ form: 'checked', cloud })}>
            {t('services.stateChecked')}
          </Button>
        </>
      }
    >
      <Stack>
        <KeyValueList
          items={cloud.services.map((service) => ({
            key: service.serviceName,
            value: (
              <>
                <HealthBadge health={service.health} />
                <CheckedLine {...service} />
              </>
            ),
          }))}
        />
        {incidents.length > 0 && (
          <IncidentList
            incidents={incidents}
            label={t('services.openOf', { service: name })}
            acts={(incident) =>
              incident.isFromFeed ? (
                <QuietText>{t('services.fromFeed')}</QuietText>
              ) : (
                <Acts>
                  <Button size="small" aria-label={`${t('services.addNote')}: ${incident.title}`} onClick={() => onOpen({ form: 'note', incident })}>
                    {t('services.addNote')}
                  </Button>
                </Acts>
              )
            }
          />
        )}
      </Stack>
    </Panel>
  )
}
