import { DomainError } from '../errors.ts'
import { displayName } from '../names/name.ts'
import { searchKey } from '../names/search-key.ts'

/** What a profile does when a device is switched on first; the names of the compatible interface stand beside them. */
export const deviceSettings = [
  /** skip_express_settings */
  'skipPrivacySettings',
  /** oobe_user_not_local_admin */
  'noLocalAdministrator',
  /** skip_oem_registration */
  'skipRegistration',
  /** skip_eula */
  'skipLicenseTerms',
  /** remove_oem_preinstalls */
  'removePreinstalledApps',
] as const
export type DeviceSetting = (typeof deviceSettings)[number]

/** How devices of a customer present themselves; every partner that the customer has a relationship with uses it [S0.L1.13]. */
export interface DeviceProfile {
  readonly customerId: string
  readonly id: string
  readonly name: string
  readonly description: string | null
  readonly settings: readonly DeviceSetting[]
  readonly createdBy: string
  readonly createdAt: Date
  readonly deletedAt: Date | null
  readonly version: number
}

export interface Device {
  readonly customerId: string
  readonly id: string
  /** whoever added it; null where the customer uploaded it, and then no partner sees or changes it [S0.L1.13] */
  readonly partnerId: string | null
  readonly batch: string
  readonly serialNumber: string
  readonly manufacturer: string
  readonly model: string
  readonly productKey: string | null
  readonly hasHardwareHash: boolean
  readonly profileId: string | null
  readonly addedAt: Date
}

/** The columns of the file that manufacturers and scripts write, in their order. */
export const deviceColumns = ['Device Serial Number', 'Windows Product ID', 'Hardware Hash', 'Manufacturer name', 'Device model'] as const
export type DeviceColumn = (typeof deviceColumns)[number]

/** What identifies one device. */
export interface StatedDevice {
  readonly serialNumber: string
  readonly productKey: string | null
  readonly hardwareHash: string | null
  readonly manufacturer: string
  readonly model: string
}

/**
 * Reads one row. A serial number always, and beside it the hardware hash or both manufacturer and model. Throws invalidInput
 * with the reason and the column.
 */
export function checkDevice(cells: Readonly<Record<DeviceColumn, string>>): StatedDevice {
  const cell = (column: DeviceColumn) => cells[column].trim()
  const serialNumber = shaped(cell('Device Serial Number'), /^[A-Za-z0-9][A-Za-z0-9 ._/-]{0,63}$/, 'Device Serial Number')
  const productKey = cell('Windows Product ID') === '' ? null : shaped(cell('Windows Product ID'), /^[A-Za-z0-9-]{5,40}$/, 'Windows Product ID')
  const hardwareHash = cell('Hardware Hash') === '' ? null : shaped(cell('Hardware Hash'), /^[A-Za-z0-9+/]{16,8000}={0,2}$/, 'Hardware Hash')
  const [manufacturer, model] = [named(cell('Manufacturer name'), 'Manufacturer name'), named(cell('Device model'), 'Device model')]
  if (hardwareHash === null && (manufacturer === '' || model === '')) throw wrong('deviceUnidentified', 'Hardware Hash')
  return { serialNumber, productKey, hardwareHash, manufacturer, model }
}

/** Two devices are the same where serial number and manufacturer are, however they are written. */
export function deviceKeys({ serialNumber, manufacturer }: Pick<StatedDevice, 'serialNumber' | 'manufacturer'>) {
  return { serialKey: serialNumber.replaceAll(' ', '').toUpperCase(), manufacturerKey: searchKey(manufacturer) }
}

function shaped(text: string, shape: RegExp, column: DeviceColumn): string {
  if (!shape.test(text)) throw wrong('deviceCellUnreadable', column)
  return text
}

function named(text: string, column: DeviceColumn): string {
  if (text === '') return ''
  try {
    return displayName(text)
  } catch {
    throw wrong('deviceCellUnreadable', column)
  }
}

function wrong(reason: string, field: DeviceColumn): DomainError {
  return new DomainError('invalidInput', `The device cannot be read: ${reason}.`, { reason, field })
}
