import type { Command, WorkshopCommand } from './command.ts'
import { agreementPublish } from './commands/agreement-publish.ts'
import { backup } from './commands/backup.ts'
import { code } from './commands/code.ts'
import { customerImport } from './commands/customer-import.ts'
import { demo } from './commands/demo.ts'
import { migrate } from './commands/migrate.ts'
import { partnerEnrol } from './commands/partner-enrol.ts'
import { partnerDebt, partnerReinstate, partnerSuspend, partnerVerify } from './commands/partner-standing.ts'
import { release } from './commands/release.ts'
import { restore } from './commands/restore.ts'
import { status } from './commands/status.ts'
import { token } from './commands/token.ts'

/** Every command that works on the data. `start` stands apart: it is the server itself. */
export const commands: readonly Command[] = [
  status,
  demo,
  code,
  token,
  partnerEnrol,
  partnerVerify,
  partnerSuspend,
  partnerReinstate,
  partnerDebt,
  customerImport,
  agreementPublish,
  backup,
  release,
  migrate,
]

/** Commands on what lies around the data. */
export const workshopCommands: readonly WorkshopCommand[] = [restore]
