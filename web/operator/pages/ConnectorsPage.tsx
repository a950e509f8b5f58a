import { Button } from '@fluentui/react-components'
import { PlugConnectedRegular } from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocalName, useText } from '../../shared/language/LanguageProvider.tsx'
import { Loaded } from '../../shared/portal/Loaded.tsx'
import { DateText } from '../../shared/ui/DateText.tsx'
import { EmptyState } from '../../shared/ui/EmptyState.tsx'
import { KeyValueList } from '../../shared/ui/KeyValueList.tsx'
import { PageHeader } from '../../shared/ui/PageHeader.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { Acts } from '../../shared/ui/Stack.tsx'
import { ConnectorDrawer } from '../forms/ConnectorDrawer.tsx'
import { RemoveConnectorDialog } from '../forms/RemoveConnectorDialog.tsx'
import { type Connector, connectorsQuery } from '../parts/catalogue-api.ts'
import { cloudsQuery } from '../parts/operator-api.ts'
import { ProvisioningTabs } from '../parts/ProvisioningTabs.tsx'

/** Where orders go to be provisioned; without any, everything is done by hand. */
export function ConnectorsPage() {
  const { t } = useText()
  const connectors = useQuery(connectorsQuery)
  const [open, setOpen] = useState<{ what: 'edit' | 'remove'; connector: Connector | null } | null>(null)
  const close = () => setOpen(null)
  return (
    <>
      <PageHeader
        title={t('connectors.title')}
        intro={t('connectors.intro')}
        acts={
          <Button appearance="primary" onClick={() => setOpen({ what: 'edit', connector: null })}>
            {t('connectors.add')}
          </Button>
        }
      />
      <ProvisioningTabs current="connectors" />
      <Loaded query={connectors}>
        {({ items }) =>
          items.length === 0 ? (
            <Panel>
              <EmptyState icon={PlugConnectedRegular} title={t('connectors.none')}>
                {t('connectors.noneText')}
              </EmptyState>
            </Panel>
          ) : (
            items.map((connector) => <ConnectorPanel key={connector.id} connector={connector} onOpen={(what) => setOpen({ what, connector })} />)
          )
        }
      </Loaded>
      {open?.what === 'edit' && <ConnectorDrawer connector={open.connector} onClose={close} />}
      {open?.what === 'remove' && open.connector && <RemoveConnectorDialog connector={open.connector} onClose={close} />}
    </>
  )
}

function ConnectorPanel({ connector, onOpen }: { connector: Connector; onOpen: (what: 'edit' | 'remove') => void }) {
  const { t } = useText()
  const title = usePlaceName()(connector)
  return (
    <Panel
      title={title}
      acts={
        <Acts>
          <Button size="small" aria-label={`${t('connectors.change')}: ${title}`} onClick={() => onOpen('edit')}>
            {t('connectors.change')}
          </Button>
          <Button size="small" aria-label={`${t('connectors.remove')}: ${title}`} onClick={() => onOpen('remove')}>
            {t('connectors.remove')}
          </Button>
        </Acts>
      }
    >
      <KeyValueList
        items={[
          { key: t('connectors.field.url'), value: connector.url },
          { key: t('connectors.since'), value: <DateText at={connector.createdAt} /> },
        ]}
      />
    </Panel>
  )
}

/** What a connector is for, in words. */
function usePlaceName(): (connector: Connector) => string {
  const { t } = useText()
  const localName = useLocalName()
  const clouds = useQuery(cloudsQuery).data?.items ?? []
  return ({ cloud, serviceId, productId }) => {
    if (cloud === null) return t('connectors.everything')
    const known = clouds.find(({ id }) => id === cloud)
    const service = known?.services.find(({ id }) => id === serviceId)
    return `${known ? localName(known.name) : cloud}: ${service ? localName(service.name) : (productId ?? serviceId ?? '')}`
  }
}
