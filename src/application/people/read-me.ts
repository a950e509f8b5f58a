import type { Person } from '../../domain/people/person.ts'
import { mustHaveSecondFactor } from '../../domain/people/session.ts'
import { countRecoveryCodes } from '../../store/credential-store.ts'
import { pendingMailOf } from '../../store/one-time-secret-store.ts'
import { findPersonOf } from '../../store/person-store.ts'
import type { UseCase, Work } from '../use-case.ts'

export interface Me extends Person {
  readonly mustHaveSecondFactor: boolean
  readonly recoveryCodesLeft: number
  /** an address that waits to be confirmed */
  readonly pendingMail: { readonly mail: string; readonly expiresAt: Date } | undefined
}

export const readMe: UseCase<void, Me> = {
  action: 'self.read',

  async run(work) {
    return showMe(work, await findPersonOf(work.trx, work.person.tenantId, work.person.personId))
  },
}

export async function showMe(work: Work, person: Person): Promise<Me> {
  return {
    ...person,
    mustHaveSecondFactor: mustHaveSecondFactor(work.person, work.manifest),
    recoveryCodesLeft: await countRecoveryCodes(work.trx, person),
    pendingMail: await pendingMailOf(work.trx, person, work.env.clock()),
  }
}
