import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { recordKeeping } from '../../application/installation/record-keeping.ts'
import { type ImportedTie, importKnownTies, type TieOutcome, whyRefused } from '../../application/known-ties/import-known-ties.ts'
import { KnownTiesFileError, linesOfKnownTies, type TieLine } from '../../application/known-ties/known-ties-file.ts'
import { performNow } from '../../application/perform.ts'
import { theSystem } from '../../domain/actor.ts'
import { command, type OptionValues, textOption, UsageError } from '../command.ts'

/** What passes to a running server has a limit; some 40 000 ties. */
const longestFile = 4 * 1024 * 1024
/** Rows of one transaction: what was broken off is simply read again. */
const atOnce = 500

interface Input {
  readonly lines: readonly TieLine[]
  readonly sha256: string
  readonly isDryRun: boolean
}

interface Report extends Readonly<Record<TieOutcome, number>> {
  readonly isDryRun: boolean
  readonly rows: readonly ImportedTie[]
}

export const knownCustomersImport = command<Input, Report>({
  name: 'known-customers import',
  summary: 'Record which customers partners are known to have from elsewhere; they stand on the partner’s list, without rights. Again is harmless.',
  options: [
    { flags: '--from <file>', summary: 'CSV in UTF-8, at most 4 MB; docs/known-customers-file.md describes it', isRequired: true },
    { flags: '--dry-run', summary: 'check every row and keep nothing' },
  ],
  input: readInput,
  async run({ env }, { lines, sha256, isDryRun }) {
    const rows: ImportedTie[] = []
    for (let at = 0; at < lines.length; at += atOnce) {
      rows.push(...(await performNow(env, importKnownTies, theSystem, { lines: lines.slice(at, at + atOnce), isDryRun })))
    }
    const count = (wanted: TieOutcome) => rows.filter(({ outcome }) => outcome === wanted).length
    const counts = { listed: count('listed'), waiting: count('waiting'), present: count('present'), refused: count('refused') }
    const kept = { sha256, rows: counts.listed + counts.waiting, present: counts.present, refused: counts.refused }
    if (!isDryRun) await performNow(env, recordKeeping, theSystem, { type: 'installation.knownTiesImported', data: kept })
    return { isDryRun, ...counts, rows }
  },
  exitCode: ({ refused }) => (refused > 0 ? 1 : 0),
  print: ({ isDryRun, listed, waiting, present, refused, rows }) =>
    [
      ...rows.map(describeRow),
      `${isDryRun ? 'Nothing was kept. ' : ''}${listed} on the partner’s list${isDryRun ? ' then' : ' now'}, ${waiting} waiting for the partner’s enrolment, ${present} known already, ${refused} refused.`,
    ].join('\n'),
})

async function readInput(options: OptionValues): Promise<Input> {
  const path = textOption(options, 'from')
  const unreadable = (error: NodeJS.ErrnoException): never => {
    throw new UsageError(`${path} cannot be read (${error.code}).`)
  }
  const { size } = await stat(path).catch(unreadable)
  if (size > longestFile) throw new UsageError(`${path} has ${size} bytes; 4 MB at most are read. Split it, each part with the head row.`)
  const bytes = await readFile(path).catch(unreadable)
  try {
    const lines = [...linesOfKnownTies(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes))]
    return { lines, sha256: createHash('sha256').update(bytes).digest('hex'), isDryRun: options.dryRun === true }
  } catch (error) {
    if (error instanceof KnownTiesFileError) throw new UsageError(`${path}: ${error.message}`)
    if (error instanceof TypeError) throw new UsageError(`${path} is not UTF-8.`)
    throw error
  }
}

function describeRow({ row, partnerDomain, customer, outcome, reason }: ImportedTie): string {
  const why = reason === null ? '' : `  ${reason}: ${whyRefused(reason)}`
  return `row ${row}  ${outcome.padEnd(7)}  ${partnerDomain}  ${customer}${why}`
}
