import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { type RecordedErasure, readErasures } from '../../application/personal-data/replay-erasures.ts'
import type { RestoreReport } from '../../backup/restore-report.ts'
import { textOption, UsageError, workshopCommand } from '../command.ts'

export const restore = workshopCommand<{ readonly from: string; readonly keyFile: string | undefined; readonly erasures: readonly RecordedErasure[] }, RestoreReport>({
  name: 'restore',
  summary: 'Make an installation of a backup, in a folder (VINCULO_DATA) or database (DATABASE_URL) without data. It starts quarantined.',
  options: [
    { flags: '--from <file>', summary: 'the backup', isRequired: true },
    { flags: '--key-file <file>', summary: 'the copy of the key file; it is put in place. Left out where it lies there already' },
    { flags: '--erasures <file>', summary: 'what `vinculo erasures` printed last: whoever was erased since the backup is erased again' },
  ],
  input: (options) => ({
    from: resolve(textOption(options, 'from')),
    keyFile: options.keyFile === undefined ? undefined : resolve(textOption(options, 'keyFile')),
    erasures: options.erasures === undefined ? [] : erasuresIn(resolve(textOption(options, 'erasures'))),
  }),
  runHere: (workshop, { from, keyFile, erasures }) => workshop.restore(from, keyFile, erasures),
  print: ({ takenAt, rows, schemaVersion, migratedTo, erasedAgain, brokenInvariants }) =>
    [
      `Restored ${rows} rows as of ${takenAt}${schemaVersion === migratedTo ? '' : ` and brought them from schema ${schemaVersion} to ${migratedTo}`}. All of it is as it was backed up.`,
      ...(erasedAgain === 0 ? [] : [`${erasedAgain} people who were erased after that were erased again.`]),
      ...brokenInvariants.map(({ id, sentence, count, example }) => `But this did not hold in what was backed up (${id}): ${sentence} ${count} times, for example ${example}.`),
      'The installation is quarantined: everybody is signed out, and no mail leaves. Start it, look at it, then: vinculo release',
    ].join('\n'),
})

/** Read whole before anything is restored: half a list would bring people back. */
function erasuresIn(path: string): RecordedErasure[] {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    throw new UsageError(`${path} cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unreadable'}).`)
  }
  const erasures = readErasures(text)
  if (!erasures) throw new UsageError(`${path} is not what vinculo erasures prints.`)
  return erasures
}
