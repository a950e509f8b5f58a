import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { CustomersFileError, linesOfCustomersFile } from '../../application/operator/customers-file.ts'
import { type CustomersImport, importCustomers, type ImportedRow, type ImportReport } from '../../application/operator/import-customers.ts'
import { command, type OptionValues, textOption, UsageError } from '../command.ts'

/** What passes to a running server has a limit; some 20 000 customers. */
const longestFile = 4 * 1024 * 1024

export const importOfCustomers = command<CustomersImport, ImportReport>({
  name: 'import',
  summary: 'Bring customers of a portable file (vinculo export) here, row by row. Again is harmless: who is here stays as it is.',
  options: [
    { flags: '--from <file>', summary: 'CSV in UTF-8, at most 4 MB; docs/customers-file.md describes it', isRequired: true },
    { flags: '--dry-run', summary: 'check every row and keep nothing' },
  ],
  input: readImport,
  run: (context, input) => importCustomers(context.env, input),
  exitCode: ({ refused }) => (refused > 0 ? 1 : 0),
  print: ({ isDryRun, created, present, refused, rows }) =>
    [
      ...rows.map(describeRow),
      `${isDryRun ? 'Nothing was kept. ' : ''}${created} ${isDryRun ? 'would be ' : ''}created, ${present} here already, ${refused} refused.`,
      ...(rows.some(({ partnersToAsk }) => partnersToAsk.length > 0) ? ['Relationships are not formed by an import: the partners ask, the customers consent.'] : []),
    ].join('\n'),
})

async function readImport(options: OptionValues): Promise<CustomersImport> {
  const path = textOption(options, 'from')
  const unreadable = (error: NodeJS.ErrnoException): never => {
    throw new UsageError(`${path} cannot be read (${error.code}).`)
  }
  const { size } = await stat(path).catch(unreadable)
  if (size > longestFile) throw new UsageError(`${path} has ${size} bytes; 4 MB at most are read. Split it, each part with the head row.`)
  const bytes = await readFile(path).catch(unreadable)
  try {
    const lines = linesOfCustomersFile(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes))
    return { lines, sha256: createHash('sha256').update(bytes).digest('hex'), isDryRun: options.dryRun === true }
  } catch (error) {
    if (error instanceof CustomersFileError) throw new UsageError(`${path}: ${error.message}`)
    if (error instanceof TypeError) throw new UsageError(`${path} is not UTF-8.`)
    throw error
  }
}

function describeRow({ row, primaryDomain, outcome, why, partnersToAsk }: ImportedRow): string {
  const notes = [why, partnersToAsk.length > 0 && `to be asked by ${partnersToAsk.join(', ')}`].filter(Boolean).join(' ')
  return `row ${row}  ${outcome.padEnd(7)}  ${primaryDomain}${notes && `  ${notes}`}`
}
