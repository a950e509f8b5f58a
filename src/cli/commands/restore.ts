import { resolve } from 'node:path'
import type { RestoreReport } from '../../backup/restore-report.ts'
import { textOption, workshopCommand } from '../command.ts'

export const restore = workshopCommand<{ readonly from: string; readonly keyFile: string | undefined }, RestoreReport>({
  name: 'restore',
  summary: 'Make an installation of a backup, in a folder (VINCULO_DATA) or database (DATABASE_URL) without data. It starts quarantined.',
  options: [
    { flags: '--from <file>', summary: 'the backup', isRequired: true },
    { flags: '--key-file <file>', summary: 'the copy of the key file; it is put in place. Left out where it lies there already' },
  ],
  input: (options) => ({ from: resolve(textOption(options, 'from')), keyFile: options.keyFile === undefined ? undefined : resolve(textOption(options, 'keyFile')) }),
  runHere: (workshop, { from, keyFile }) => workshop.restore(from, keyFile),
  print: ({ takenAt, rows, schemaVersion, migratedTo, brokenInvariants }) =>
    [
      `Restored ${rows} rows as of ${takenAt}${schemaVersion === migratedTo ? '' : ` and brought them from schema ${schemaVersion} to ${migratedTo}`}. All of it is as it was backed up.`,
      ...brokenInvariants.map(({ id, sentence, count, example }) => `But this did not hold in what was backed up (${id}): ${sentence} ${count} times, for example ${example}.`),
      'The installation is quarantined: everybody is signed out, and no mail leaves. Start it, look at it, then: vinculo release',
    ].join('\n'),
})
