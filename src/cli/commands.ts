import type { Command, WorkshopCommand } from './command.ts'
import { agreementPublish } from './commands/agreement-publish.ts'
import { backup } from './commands/backup.ts'
import { code } from './commands/code.ts'
import { customerImport } from './commands/customer-import.ts'
import { customerSegment } from './commands/customer-segment.ts'
import { demo } from './commands/demo.ts'
import { doctor, doctorData } from './commands/doctor.ts'
import { exportCustomers } from './commands/export.ts'
import { importOfCustomers } from './commands/import.ts'
import { erasures } from './commands/erasures.ts'
import { keysReseal, keysRotate } from './commands/keys.ts'
import { knownCustomersImport } from './commands/known-customers-import.ts'
import { mailReport } from './commands/mail-report.ts'
import { migrate } from './commands/migrate.ts'
import { operatorCreate } from './commands/operator-create.ts'
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
  operatorCreate,
  partnerEnrol,
  partnerVerify,
  partnerSuspend,
  partnerReinstate,
  partnerDebt,
  customerImport,
  customerSegment,
  agreementPublish,
  exportCustomers,
  importOfCustomers,
  knownCustomersImport,
  mailReport,
  backup,
  release,
  erasures,
  keysReseal,
  migrate,
]

/** Commands on what lies around the data. */
export const workshopCommands: readonly WorkshopCommand[] = [restore, doctor, keysRotate]

/** What a running server performs: every command on its data, and what the doctor asks it. */
export const socketCommands: readonly Command[] = [...commands, doctorData]
