import { type InstallationStatus, readStatus } from '../../application/operator/read-status.ts'
import { performNow } from '../../application/perform.ts'
import { theSystem } from '../../domain/actor.ts'
import { command } from '../command.ts'

export const status = command<object, InstallationStatus>({
  name: 'status',
  summary: 'Say how the installation stands.',
  options: [],
  input: () => ({}),
  run: (context) => performNow(context.env, readStatus, theSystem, {}),
  print: ({ version, publicUrl, isDemo, isQuarantined, isSetUp, mailLeaves, counts }) =>
    [
      `Vinculo ${version} for ${publicUrl}${isDemo ? ' (demo data)' : ''}`,
      ...(isQuarantined ? ['Quarantined after a restore: nothing is sent, and /readyz says so, until: vinculo release'] : []),
      isSetUp ? 'Somebody is set up.' : 'Nobody is set up yet: the set-up code stands on the terminal of the server.',
      mailLeaves ? 'Mails leave.' : 'Mails do not leave (SMTP_URL is missing): they are held, and codes are handed out.',
      `${counts.partners} partners (${counts.suspendedPartners} suspended), ${counts.customers} customers, ${counts.people} people`,
      `Mails: ${counts.mailsQueued} waiting, ${counts.mailsHeld} held, ${counts.mailsFailed} refused`,
    ].join('\n'),
})
