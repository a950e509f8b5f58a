import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { DeviceSetting } from '../../../../src/domain/devices/device.ts'
import type * as contract from '../../../../src/http/portal/device-schemas.ts'
import { api } from '../../api/api.ts'
import type { Query } from '../../api/client.ts'
import type { Page } from '../../api/types.ts'

export type Device = contract.DeviceView
export type DevicePage = Page<Device> & Pick<contract.DevicePageView, 'mayManage'>
export type DeviceProfile = Omit<contract.DeviceProfileView, 'settings' | 'can'> & { settings: DeviceSetting[]; can: ('change' | 'delete')[] }
export type DeviceReport = contract.DeviceReportView

/** Whose devices: a customer's, on its behalf, or those of one's own organization. */
export interface DeviceSide {
  readonly base: string
  readonly key: readonly unknown[]
}

export const customersDevices = (customerId: string): DeviceSide => ({ base: `/customers/${customerId}`, key: ['devices', customerId] })
export const ownDevices: DeviceSide = { base: '', key: ['devices', 'own'] }

/** Others add devices meanwhile, so a list is never taken from memory alone. */
export const devicesQuery = ({ base, key }: DeviceSide, query: Query) =>
  queryOptions({
    queryKey: [...key, 'list', query],
    queryFn: ({ signal }) => api.get<DevicePage>(`${base}/devices`, { query, signal }),
    placeholderData: keepPreviousData,
    staleTime: 0,
  })

export const deviceProfilesQuery = ({ base, key }: DeviceSide) =>
  queryOptions({
    queryKey: [...key, 'profiles'],
    queryFn: async ({ signal }) => (await api.get<{ items: DeviceProfile[] }>(`${base}/device-profiles`, { signal })).items,
    staleTime: 0,
  })
