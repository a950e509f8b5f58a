import { DomainError } from '../../domain/errors.ts'
import { noTenant } from '../../domain/ids.ts'
import { deleteSetting, readSetting } from '../../store/installation-store.ts'
import { countInstallation } from '../../store/operator-store.ts'
import { recordForOperators } from '../operator/tell-operators.ts'
import type { UseCase } from '../use-case.ts'

export interface Released {
  /** when the backup was taken; what was sent after that is not known here */
  readonly takenAt: string
  /** mails that stay held until somebody sends them one by one */
  readonly mailsHeld: number
}

/**
 * Ends the quarantine of a restored installation (rule R33). What waited when the backup was taken may have been sent
 * since by the installation that was lost: it stays held, and the operator decides about each.
 */
export const releaseInstallation: UseCase<void, Released> = {
  action: 'installation.run',

  async run(work) {
    const mark = await readSetting(work.trx, 'quarantine')
    if (!mark || !(await deleteSetting(work.trx, 'quarantine'))) {
      throw new DomainError('invalidTransition', 'This installation is not quarantined; there is nothing to release.', { reason: 'notQuarantined' })
    }
    await recordForOperators(work, { type: 'installation.released', resource: { type: 'installation', id: noTenant }, readers: [] })
    return { takenAt: mark.takenAt, mailsHeld: (await countInstallation(work.trx)).mailsHeld }
  },
}
