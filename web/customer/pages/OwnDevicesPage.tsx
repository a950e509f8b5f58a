import { Button } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { AddDevicesDrawer } from '../../shared/pages/devices/AddDevicesDrawer.tsx'
import { type Device, deviceProfilesQuery, devicesQuery, ownDevices } from '../../shared/pages/devices/device-api.ts'
import { DeviceTable } from '../../shared/pages/devices/DeviceTable.tsx'
import { ProfileList } from '../../shared/pages/devices/ProfileList.tsx'
import { RemoveDeviceDialog } from '../../shared/pages/devices/RemoveDeviceDialog.tsx'
import { useTableState } from '../../shared/table/use-table-state.ts'
import { PageHeader } from '../../shared/ui/PageHeader.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'

/** All devices of one's own organization, whoever added them; those one uploads are out of every partner's sight [S0.L1.13]. */
export function OwnDevicesPage() {
  const { t } = useText()
  const state = useTableState({ sort: '' })
  const page = useQuery(devicesQuery(ownDevices, { cursor: state.cursor }))
  const profiles = useQuery(deviceProfilesQuery(ownDevices))
  const [isAdding, setAdding] = useState(false)
  const [removing, setRemoving] = useState<Device | null>(null)
  const upload = page.data?.mayManage && (
    <Button appearance="primary" onClick={() => setAdding(true)}>
      {t('devices.upload')}
    </Button>
  )
  return (
    <>
      <PageHeader title={t('devices.title')} intro={t('devices.introOwn')} acts={upload} />
      <DeviceTable
        page={page}
        state={state}
        addedBy={({ isOwn, addedByName }) => (isOwn ? t('devices.byOwn') : addedByName === null ? t('devices.byOther') : t('devices.byPartner', { name: addedByName }))}
        emptyText={t('devices.emptyOwnText')}
        {...(page.data?.mayManage && {
          acts: (device: Device) => (
            <Button size="small" aria-label={t('devices.removeLabel', { serial: device.serialNumber })} onClick={() => setRemoving(device)}>
              {t('devices.remove')}
            </Button>
          ),
        })}
      />
      {profiles.data && (
        <Panel title={t('devices.profiles')}>
          <ProfileList profiles={profiles.data} emptyText={t('devices.noProfilesOwn')} />
        </Panel>
      )}
      {isAdding && <AddDevicesDrawer side={ownDevices} title={t('devices.upload')} onClose={() => setAdding(false)} />}
      {removing && <RemoveDeviceDialog side={ownDevices} device={removing} onClose={() => setRemoving(null)} />}
    </>
  )
}
