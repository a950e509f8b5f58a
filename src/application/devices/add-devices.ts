import { checkDevice } from '../../domain/devices/device.ts'
import { DomainError } from '../../domain/errors.ts'
import { displayName } from '../../domain/names/name.ts'
import type { Language } from '../../language/languages.ts'
import { insertDevice } from '../../store/device-store.ts'
import { triedOut } from '../../store/savepoints.ts'
import { bothSides } from '../invitations/carry-out.ts'
import { explain } from '../relationship-requests/explain.ts'
import type { UseCase, Work } from '../use-case.ts'
import { rowsOfDeviceFile, type StatedRow } from './device-file.ts'

export interface DeviceBatch {
  /** what the devices are found under later */
  readonly batch: string
  /** CSV with the columns of `deviceColumns` */
  readonly text: string
  /** everything is checked and nothing kept */
  readonly isDryRun: boolean
  readonly reader: Language
}

export interface DeviceRow {
  readonly row: number
  readonly serialNumber: string
  readonly outcome: 'added' | 'refused'
  readonly reasonCode: string | null
  readonly reasonText: string | null
  /** the column it is about */
  readonly field: string | null
}

export interface DeviceReport {
  readonly isDryRun: boolean
  readonly counts: { readonly added: number; readonly refused: number }
  readonly rows: readonly DeviceRow[]
}

/** Row after row; a refused one does not keep the next from coming. By a partner with a relationship; privileges are not asked for [S0.L1.13]. */
export const addDevices: UseCase<DeviceBatch & { readonly customerId: string }, DeviceReport> = {
  action: 'device.manage',
  customer: ({ customerId }) => customerId,
  run: (work, { customerId, ...batch }) => addBatch(work, customerId, batch),
}

/** The customer's own, which no partner sees or changes. */
export const addOwnDevices: UseCase<DeviceBatch, DeviceReport> = {
  action: 'ownDevice.manage',
  run: (work, batch) => addBatch(work, work.person.tenantId, batch),
}

async function addBatch(work: Work, customerId: string, { batch, text, isDryRun, reader }: DeviceBatch): Promise<DeviceReport> {
  const name = displayName(batch)
  const stated = rowsOfDeviceFile(text)
  const read = async () => {
    const rows: DeviceRow[] = []
    for (const one of stated) rows.push(await addOne(work, { customerId, batch: name, reader }, one))
    return rows
  }
  const rows = isDryRun ? await triedOut(work.trx, read) : await read()
  const added = rows.filter(({ outcome }) => outcome === 'added').length
  const counts = { added, refused: rows.length - added }
  if (!isDryRun && added > 0) await tell(work, customerId, added)
  return { isDryRun, counts, rows }
}

async function tell(work: Work, customerId: string, count: number): Promise<void> {
  const mine = work.person.tenantId
  const readers = mine === customerId ? [{ tenantId: mine }] : bothSides(mine, customerId)
  await work.record({ type: 'device.added', resource: { type: 'device', id: work.newId() }, readers, data: { rows: count } })
}

async function addOne(work: Work, { customerId, batch, reader }: { readonly customerId: string; readonly batch: string; readonly reader: Language }, { row, cells }: StatedRow): Promise<DeviceRow> {
  const { person, now } = work
  const serialNumber = cells['Device Serial Number'].trim().slice(0, 64)
  try {
    const device = checkDevice(cells)
    const partnerId = person.tenantId === customerId ? null : person.tenantId
    const isNew = await insertDevice(work.trx, { ...device, customerId, id: work.newId(), partnerId, batch, addedBy: person.personId, addedAt: now })
    if (!isNew) throw new DomainError('invalidInput', 'The device is there.', { reason: 'deviceKnown', field: 'Device Serial Number' })
    return { row, serialNumber, outcome: 'added', reasonCode: null, reasonText: null, field: null }
  } catch (error) {
    if (!(error instanceof DomainError) || typeof error.details.reason !== 'string') throw error
    return { row, serialNumber, outcome: 'refused', ...explain(reader, error.details.reason), field: typeof error.details.field === 'string' ? error.details.field : null }
  }
}
