import { resolve } from 'node:path'
import type { BackupReport } from '../../backup/take-backup.ts'
import { command, textOption } from '../command.ts'

export const backup = command<{ readonly to: string }, BackupReport>({
  name: 'backup',
  summary: 'Write one consistent backup of everything into a new file, sealed with the key file. The server may run on.',
  options: [{ flags: '--to <file>', summary: 'where to; the account that has the data open writes it, for itself alone (0600)', isRequired: true }],
  input: (options) => ({ to: resolve(textOption(options, 'to')) }),
  run: (context, { to }) => context.backUp(to),
  print: ({ file, takenAt, rows, tables, bytes, schemaVersion, keyId }) =>
    [
      `${file}: ${rows} rows of ${tables} tables, as of ${takenAt}, schema ${schemaVersion}; ${bytes} bytes.`,
      `It opens with key ${keyId}. The key file is not in it: keep a copy of that apart.`,
    ].join('\n'),
})
