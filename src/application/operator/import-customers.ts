import { theSystem } from '../../domain/actor.ts'
import { DomainError } from '../../domain/errors.ts'
import { recordKeeping } from '../installation/record-keeping.ts'
import type { Environment } from '../environment.ts'
import { performNow } from '../perform.ts'
import type { PortableLine } from './customers-file.ts'
import { importCustomerLine } from './import-customer-line.ts'

export interface CustomersImport {
  readonly lines: readonly PortableLine[]
  /** SHA-256 of the file, hex: what was imported stays provable */
  readonly sha256: string
  readonly isDryRun: boolean
}

export interface ImportedRow {
  readonly row: number
  readonly primaryDomain: string
  readonly outcome: 'created' | 'present' | 'refused'
  readonly tenantId: string | null
  /** stable, for scripts; null unless refused */
  readonly code: string | null
  /** a sentence; null unless refused */
  readonly why: string | null
  /** partners of the file whose relationship has to be asked for and consented to anew */
  readonly partnersToAsk: readonly string[]
}

export interface ImportReport {
  readonly isDryRun: boolean
  readonly created: number
  readonly present: number
  readonly refused: number
  readonly rows: readonly ImportedRow[]
}

/** Line after line; a refused one does not keep the next from coming. The same file again changes nothing. */
export async function importCustomers(env: Environment, { lines, sha256, isDryRun }: CustomersImport): Promise<ImportReport> {
  const rows: ImportedRow[] = []
  const seen = new Set<string>()
  for (const line of lines) {
    const names = [`${line.cloud} ${line.primaryDomain.toLowerCase()}`, ...(line.id ? [line.id] : [])]
    const isRepeated = names.some((name) => seen.has(name))
    names.forEach((name) => seen.add(name))
    rows.push(isRepeated ? refused(line, 'alreadyExists/repeatedInFile', 'This tenant ID or domain stands in the file before.') : await importedRow(env, line, isDryRun))
  }
  const count = (wanted: ImportedRow['outcome']) => rows.filter(({ outcome }) => outcome === wanted).length
  const counts = { created: count('created'), present: count('present'), refused: count('refused') }
  if (!isDryRun) await performNow(env, recordKeeping, theSystem, { type: 'installation.customersImported', data: { sha256, rows: counts.created, present: counts.present, refused: counts.refused } })
  return { isDryRun, ...counts, rows }
}

async function importedRow(env: Environment, line: PortableLine, isDryRun: boolean): Promise<ImportedRow> {
  try {
    const { outcome, tenantId } = await performNow(env, importCustomerLine, theSystem, { line, isDryRun })
    const id = isDryRun && outcome === 'created' ? line.id : tenantId
    return { row: line.row, primaryDomain: line.primaryDomain, outcome, tenantId: id, code: null, why: null, partnersToAsk: outcome === 'created' ? line.partnerDomains : [] }
  } catch (error) {
    if (!(error instanceof DomainError) || error.code === 'notReady' || error.code === 'outcomeUnknown') throw error
    const { reason } = error.details
    return refused(line, typeof reason === 'string' ? `${error.code}/${reason}` : error.code, error.message)
  }
}

function refused({ row, primaryDomain }: PortableLine, code: string, why: string): ImportedRow {
  return { row, primaryDomain, outcome: 'refused', tenantId: null, code, why, partnersToAsk: [] }
}
