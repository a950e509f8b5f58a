import { makeStyles, tokens } from '@fluentui/react-components'
import { LaptopRegular } from '@fluentui/react-icons'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useText } from '../../language/LanguageProvider.tsx'
import type { Column } from '../../table/columns.ts'
import { DataTable } from '../../table/DataTable.tsx'
import type { TableState } from '../../table/use-table-state.ts'
import { DateText } from '../../ui/DateText.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Panel } from '../../ui/Panel.tsx'
import type { Device, DevicePage } from './device-api.ts'

const useStyles = makeStyles({
  quiet: { display: 'block', overflowWrap: 'anywhere', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightRegular },
  long: { overflowWrap: 'anywhere' },
})

type DeviceTableProps = {
  page: UseQueryResult<DevicePage>
  state: TableState
  /** who added one, in the words of this portal */
  addedBy: (device: Device) => string
  emptyText: string
  emptyActs?: ReactNode
  acts?: (device: Device) => ReactNode
}

/** Devices with their profile, latest first. */
export function DeviceTable({ page, state, addedBy, emptyText, emptyActs, acts }: DeviceTableProps) {
  const { t } = useText()
  return (
    <Panel isFlush>
      <DataTable
        label={t('devices.title')}
        columns={useColumns(addedBy)}
        page={page}
        state={state}
        rowKey={({ deviceId }) => deviceId}
        rowName={({ serialNumber }) => serialNumber}
        {...(acts && { acts })}
        empty={
          <EmptyState icon={LaptopRegular} title={t('devices.emptyTitle')} acts={emptyActs}>
            {emptyText}
          </EmptyState>
        }
      />
    </Panel>
  )
}

function useColumns(addedBy: DeviceTableProps['addedBy']): readonly Column<Device>[] {
  const { t } = useText()
  const styles = useStyles()
  return [
    {
      id: 'serial',
      header: t('devices.serial'),
      isTitle: true,
      width: '26%',
      cell: ({ serialNumber, manufacturer, model }) => (
        <>
          <span className={styles.long}>{serialNumber}</span>
          <span className={styles.quiet}>{[manufacturer, model].filter(Boolean).join(' ')}</span>
        </>
      ),
    },
    { id: 'batch', header: t('devices.batch'), cell: ({ batch }) => <span className={styles.long}>{batch}</span> },
    { id: 'profile', header: t('devices.profile'), cell: ({ profileName }) => <span className={styles.long}>{profileName ?? t('devices.noProfile')}</span> },
    {
      id: 'added',
      header: t('devices.added'),
      cell: (device) => (
        <>
          <DateText at={device.addedAt} />
          <span className={styles.quiet}>{addedBy(device)}</span>
        </>
      ),
    },
  ]
}
