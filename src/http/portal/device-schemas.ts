import { type Static, Type } from 'typebox'
import { deviceSettings } from '../../domain/devices/device.ts'
import { Cursor, Id, Instant, Maybe, strict, Text } from '../schemas.ts'

export const DeviceView = Type.Object({
  deviceId: Id,
  serialNumber: Type.String(),
  manufacturer: Type.String(),
  model: Type.String(),
  productKey: Maybe(Type.String()),
  hasHardwareHash: Type.Boolean(),
  batch: Type.String(),
  profileId: Maybe(Id),
  profileName: Maybe(Type.String()),
  addedAt: Instant,
  isOwn: Type.Boolean({ description: 'Whoever asks added it: this partner, or the customer itself.' }),
  addedByName: Type.Union([Type.String(), Type.Null()], { description: 'For the customer alone: the partner that added it.' }),
})
export type DeviceView = Static<typeof DeviceView>
export const DevicePageView = Type.Object({ items: Type.Array(DeviceView), next: Maybe(Cursor), previous: Maybe(Cursor), mayManage: Type.Boolean() })
export type DevicePageView = Static<typeof DevicePageView>

const Settings = Type.Array(Type.Enum([...deviceSettings]), { maxItems: deviceSettings.length, uniqueItems: true })
export const DeviceProfileView = Type.Object({
  profileId: Id,
  name: Type.String(),
  description: Maybe(Type.String()),
  settings: Settings,
  deviceCount: Type.Integer({ description: 'Of the devices that the reader sees.' }),
  can: Type.Array(Type.Enum(['change', 'delete'])),
  version: Type.Integer(),
})
export type DeviceProfileView = Static<typeof DeviceProfileView>
export const DeviceProfileListView = Type.Object({ items: Type.Array(DeviceProfileView) })
export type DeviceProfileListView = Static<typeof DeviceProfileListView>
export const DeviceProfileWish = Type.Object({ name: Text(800), description: Type.Optional(Maybe(Text(800))), settings: Settings }, strict)

export const DeviceFile = Type.Object(
  {
    batch: Text(800),
    text: Type.String({ minLength: 1, maxLength: 900_000, description: 'CSV with the columns Device Serial Number, Windows Product ID, Hardware Hash, Manufacturer name, Device model; at most 500 devices.' }),
    isDryRun: Type.Boolean({ description: 'Everything is checked and nothing kept.' }),
  },
  strict,
)
export const DeviceReportView = Type.Object({
  isDryRun: Type.Boolean(),
  counts: Type.Object({ added: Type.Integer(), refused: Type.Integer() }),
  rows: Type.Array(
    Type.Object({ row: Type.Integer(), serialNumber: Type.String(), outcome: Type.Enum(['added', 'refused']), reasonCode: Maybe(Type.String()), reasonText: Maybe(Type.String()), field: Maybe(Type.String()) }),
  ),
})
export type DeviceReportView = Static<typeof DeviceReportView>

export const DeviceIds = Type.Array(Id, { minItems: 1, maxItems: 500, uniqueItems: true })
export const DeviceCount = Type.Object({ count: Type.Integer() })
