import { DomainError } from '../../domain/errors.ts'
import { noTenant } from '../../domain/ids.ts'
import type { Language } from '../../language/languages.ts'
import { recordForOperators } from '../operator/tell-operators.ts'
import type { UseCase } from '../use-case.ts'
import { type ImportedTie, importKnownTies, type TieOutcome, tieOutcomes } from './import-known-ties.ts'
import { KnownTiesFileError, linesOfKnownTies, type TieLine } from './known-ties-file.ts'

/** Rows that one request may bring; files with more are read by the command line. */
export const longestTiesFile = 5_000

export interface TiesFile {
  /** the text of the file; docs/known-customers-file.md */
  readonly file: string
  readonly reader: Language
}

export type TiesReport = Readonly<Record<TieOutcome, number>> & { readonly rows: readonly ImportedTie[]; readonly reader: Language }

/** What would become of every row; keeps nothing. */
export const checkTiesFile: UseCase<TiesFile, TiesReport> = {
  action: 'knownTie.import',

  async run(work, { file, reader }) {
    return reportOf(await importKnownTies.run(work, { lines: linesOf(file), isDryRun: true }), reader)
  },
}

/** The same for good. The answer names the refused rows alone: it is kept for repeating. */
export const takeTiesFile: UseCase<TiesFile, TiesReport> = {
  action: 'knownTie.import',

  async run(work, { file, reader }) {
    const { rows, ...counts } = reportOf(await importKnownTies.run(work, { lines: linesOf(file), isDryRun: false }), reader)
    const { listed, waiting, present, refused } = counts
    await recordForOperators(work, { type: 'installation.knownTiesImported', resource: { type: 'installation', id: noTenant }, readers: [], data: { rows: listed + waiting, present, refused } })
    return { ...counts, rows: rows.filter(({ outcome }) => outcome === 'refused') }
  },
}

function linesOf(file: string): TieLine[] {
  const lines: TieLine[] = []
  try {
    for (const line of linesOfKnownTies(file)) {
      lines.push(line)
      if (lines.length > longestTiesFile) throw new DomainError('invalidInput', 'The file has too many rows.', { reason: 'tiesFileTooLong', field: 'file', limit: longestTiesFile })
    }
  } catch (error) {
    if (error instanceof KnownTiesFileError) throw new DomainError('invalidInput', error.message, { reason: 'tiesFileUnreadable', field: 'file', row: error.row })
    throw error
  }
  return lines
}

function reportOf(rows: readonly ImportedTie[], reader: Language): TiesReport {
  const counts = Object.fromEntries(tieOutcomes.map((wanted) => [wanted, rows.filter(({ outcome }) => outcome === wanted).length])) as Record<TieOutcome, number>
  return { ...counts, rows, reader }
}
