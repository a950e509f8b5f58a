import { Button, makeStyles } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { AddDevicesDrawer } from '../../shared/pages/devices/AddDevicesDrawer.tsx'
import { customersDevices, type Device, deviceProfilesQuery, devicesQuery } from '../../shared/pages/devices/device-api.ts'
import { DeviceTable } from '../../shared/pages/devices/DeviceTable.tsx'
import { RemoveDeviceDialog } from '../../shared/pages/devices/RemoveDeviceDialog.tsx'
import { useTableState } from '../../shared/table/use-table-state.ts'
import { Acts, QuietText, Stack } from '../../shared/ui/Stack.tsx'
import { AssignProfileDrawer } from '../forms/AssignProfileDrawer.tsx'
import { CustomerFrame } from '../parts/CustomerFrame.tsx'
import { DeviceProfilesPanel } from '../parts/DeviceProfilesPanel.tsx'

const useStyles = makeStyles({ head: { marginBottom: '16px', maxWidth: '90ch' } })

/** Autopilot: devices that partners added and their profiles; the relationship is enough [S0.L1.13]. */
export function CustomerDevicesPage() {
  return <CustomerFrame view="devices">{({ customerId }) => <Devices customerId={customerId} />}</CustomerFrame>
}

function Devices({ customerId }: { customerId: string }) {
  const { t } = useText()
  const styles = useStyles()
  const side = customersDevices(customerId)
  const state = useTableState({ sort: '' })
  const page = useQuery(devicesQuery(side, { cursor: state.cursor }))
  const profiles = useQuery(deviceProfilesQuery(side))
  const [isAdding, setAdding] = useState(false)
  const [acting, setActing] = useState<{ act: 'assign' | 'remove'; device: Device } | null>(null)
  const mayManage = page.data?.mayManage ?? false
  const add = mayManage && (
    <Button appearance="primary" onClick={() => setAdding(true)}>
      {t('devices.add')}
    </Button>
  )
  return (
    <>
      <div className={styles.head}>
        <Stack>
          <QuietText>{t('devices.intro')}</QuietText>
          {page.data?.items.length !== 0 && add && <Acts>{add}</Acts>}
        </Stack>
      </div>
      <DeviceTable
        page={page}
        state={state}
        addedBy={({ isOwn }) => t(isOwn ? 'devices.byYou' : 'devices.byOther')}
        emptyText={t('devices.emptyText')}
        emptyActs={add}
        {...(mayManage && { acts: (device: Device) => <RowActs device={device} onAct={(act) => setActing({ act, device })} /> })}
      />
      {profiles.data && <DeviceProfilesPanel side={side} profiles={profiles.data} mayManage={mayManage} />}
      {isAdding && <AddDevicesDrawer side={side} title={t('devices.add')} onClose={() => setAdding(false)} />}
      {acting?.act === 'assign' && <AssignProfileDrawer side={side} device={acting.device} shown={page.data?.items ?? []} profiles={profiles.data ?? []} onClose={() => setActing(null)} />}
      {acting?.act === 'remove' && <RemoveDeviceDialog side={side} device={acting.device} onClose={() => setActing(null)} />}
    </>
  )
}

function RowActs({ device: { serialNumber: serial }, onAct }: { device: Device; onAct: (act: 'assign' | 'remove') => void }) {
  const { t } = useText()
  return (
    <Acts>
      <Button size="small" aria-label={t('devices.assignLabel', { serial })} onClick={() => onAct('assign')}>
        {t('devices.assign')}
      </Button>
      <Button size="small" aria-label={t('devices.removeLabel', { serial })} onClick={() => onAct('remove')}>
        {t('devices.remove')}
      </Button>
    </Acts>
  )
}
