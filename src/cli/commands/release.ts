import type { Released } from '../../application/installation/release-installation.ts'
import { command } from '../command.ts'

export const release = command<object, Released>({
  name: 'release',
  summary: 'End the quarantine of a restored installation: mails leave again.',
  options: [],
  input: () => ({}),
  run: (context) => context.release(),
  print: ({ takenAt, mailsHeld }) =>
    [
      'Released. New mails leave.',
      ...(mailsHeld === 0 ? [] : [`${mailsHeld} mails stay held, because they may have left after the backup of ${takenAt} was taken. Send those that did not, one by one, on the mailbox page of the operator console.`]),
    ].join('\n'),
})
