import { createHash } from 'node:crypto'
import { checkEntry, type CheckedEntry } from '../../domain/catalogue/check-entry.ts'
import { DomainError } from '../../domain/errors.ts'
import { noTenant } from '../../domain/ids.ts'
import type { Language } from '../../language/languages.ts'
import { knownSkus, type Written } from '../../store/catalogue-writing-store.ts'
import { keptUnlessRefused, triedOut } from '../../store/savepoints.ts'
import { explain } from '../relationship-requests/explain.ts'
import type { UseCase, Work } from '../use-case.ts'
import { rowsOfCatalogueFile, type StatedRow } from './catalogue-file.ts'
import { writeEntry, type WrittenBefore } from './write-entry.ts'

export interface CatalogueImport {
  readonly text: string
  /** everything is checked and nothing kept */
  readonly isDryRun: boolean
  readonly reader: Language
}

export interface ImportedRow {
  readonly row: number
  readonly item: string
  readonly outcome: Written | 'refused'
  readonly reasonCode: string | null
  readonly reasonText: string | null
  /** the column it is about */
  readonly field: string | null
}

export interface CatalogueReport {
  readonly isDryRun: boolean
  readonly counts: Readonly<Record<Written | 'refused', number>>
  /** every row that did something or was refused, up to a bound; those that stood so already are only counted */
  readonly rows: readonly ImportedRow[]
}

const mostReported = 500

/** Row after row; a refused one does not keep the next from coming. The same file again changes nothing. */
export const importCatalogue: UseCase<CatalogueImport, CatalogueReport> = {
  action: 'catalogue.change',

  async run(work, { text, isDryRun, reader }) {
    const rows = rowsOfCatalogueFile(text)
    const read = () => importRows(work, rows, reader)
    const outcomes = isDryRun ? await triedOut(work.trx, read) : await read()
    const count = (wanted: ImportedRow['outcome']) => outcomes.filter(({ outcome }) => outcome === wanted).length
    const counts = { created: count('created'), changed: count('changed'), present: count('present'), refused: count('refused') }
    if (!isDryRun) {
      await work.record({ type: 'catalogue.imported', resource: { type: 'catalogue', id: noTenant }, readers: [{ tenantId: work.person.tenantId }], data: { sha256: createHash('sha256').update(text).digest('hex'), ...counts } })
    }
    return { isDryRun, counts, rows: outcomes.filter(({ outcome }) => outcome !== 'present').slice(0, mostReported) }
  },
}

async function importRows(work: Work, rows: readonly StatedRow[], reader: Language): Promise<ImportedRow[]> {
  const before: WrittenBefore = new Map()
  const outcomes: ImportedRow[] = []
  const entries: { readonly row: StatedRow; readonly entry: CheckedEntry; readonly place: number }[] = []
  for (const row of rows) {
    const item = [row.stated['Product ID'], row.stated['SKU ID'], row.stated['Availability ID']].join(':').slice(0, 130)
    try {
      const entry = checkEntry(row.stated, manifestNamed(work, row.stated.Cloud))
      entries.push({ row, entry, place: outcomes.length })
      outcomes.push({ row: row.row, item, outcome: 'present', reasonCode: null, reasonText: null, field: null })
    } catch (error) {
      outcomes.push(refused(row.row, item, error, reader))
    }
  }
  for (const { row, entry, place } of entries) {
    const { item } = outcomes[place]!
    try {
      outcomes[place] = { ...outcomes[place]!, outcome: await keptUnlessRefused(work.trx, () => writeEntry(work, entry, before)) }
    } catch (error) {
      outcomes[place] = refused(row.row, item, error, reader)
    }
  }
  return namedSkusMissing(work, entries, outcomes, reader)
}

/** Bases and conversions may stand anywhere in the file, so they are looked up at its end. A row that names what is nowhere is told, and the SKU stays without a way to be bought. */
async function namedSkusMissing(work: Work, entries: readonly { readonly entry: CheckedEntry; readonly place: number }[], outcomes: ImportedRow[], reader: Language): Promise<ImportedRow[]> {
  const known = new Map<string, readonly string[]>()
  for (const cloud of new Set(entries.map(({ entry }) => entry.sku.cloud))) {
    const named = entries.flatMap(({ entry: { sku } }) => (sku.cloud === cloud ? [...sku.baseIds, ...sku.conversionIds] : []))
    known.set(cloud, await knownSkus(work.trx, cloud, [...new Set(named)]))
  }
  for (const { entry: { sku }, place } of entries) {
    const isMissing = [...sku.baseIds, ...sku.conversionIds].some((number) => !known.get(sku.cloud)!.includes(number))
    if (isMissing && outcomes[place]!.outcome !== 'refused') outcomes[place] = { ...outcomes[place]!, ...explain(reader, 'namedSkuMissing'), field: sku.baseIds.length > 0 ? 'Add-on to' : 'Converts to' }
  }
  return outcomes
}

function manifestNamed(work: Work, cloud: string) {
  try {
    return work.env.manifestOf(cloud)
  } catch {
    throw new DomainError('invalidInput', 'There is no such cloud.', { reason: 'catalogueCellUnreadable', field: 'Cloud' })
  }
}

function refused(row: number, item: string, error: unknown, reader: Language): ImportedRow {
  if (!(error instanceof DomainError) || typeof error.details.reason !== 'string') throw error
  const { reason, field } = error.details
  return { row, item, outcome: 'refused', ...explain(reader, reason), field: typeof field === 'string' ? field : null }
}
