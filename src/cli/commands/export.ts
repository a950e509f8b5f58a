import { resolve } from 'node:path'
import { command, type ExportReport, textOption } from '../command.ts'

export const exportCustomers = command<{ readonly to: string }, ExportReport>({
  name: 'export',
  summary: 'Write every active customer with its partners into a portable file (CSV) that vinculo import reads.',
  options: [{ flags: '--to <file>', summary: 'where to; the account that has the data open writes it, for itself alone (0600), never over another', isRequired: true }],
  input: (options) => ({ to: resolve(textOption(options, 'to')) }),
  run: (context, { to }) => context.exportCustomers(to),
  print: ({ file, customers, bytes }) => `${file}: ${customers} customers, ${bytes} bytes. It names people: keep it as you keep a backup.`,
})
