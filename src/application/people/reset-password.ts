import { resetPassword } from '../../domain/people/decide.ts'
import { forgetPassword } from '../../store/credential-store.ts'
import { endOneTimeSecretsOf } from '../../store/one-time-secret-store.ts'
import { lockPersonOf } from '../../store/person-store.ts'
import { endSessionsOf } from '../../store/session-store.ts'
import { type PersonWithCredentials, withCredentials } from './issued-credentials.ts'
import { onCustomersPeople, onOwnPeople, type PeopleAct } from './people-side.ts'
import { newTemporaryPassword, type TemporaryPassword } from './temporary-password.ts'

export interface ResetPasswordInput {
  readonly id: string
  readonly temporary?: TemporaryPassword | undefined
}

/**
 * A temporary password in the place of the person's own; every session and link ends. It opens nothing but the choice of an own
 * password, and a second factor is asked as ever.
 */
const reset: PeopleAct<ResetPasswordInput, PersonWithCredentials> = {
  own: 'person.resetPassword',
  onBehalf: 'directoryUser.resetPassword',
  changes: true,
  prepare: async (env, input) => ({ ...input, temporary: await newTemporaryPassword(env) }),

  async run(work, side, { id, temporary }) {
    const { tenantId } = side
    const now = work.env.clock()
    const changer = await side.changer(id)
    const { next, events } = resetPassword(await lockPersonOf(work.trx, tenantId, id), changer)
    await forgetPassword(work.trx, next)
    await endSessionsOf(work.trx, tenantId, id, { now })
    await endOneTimeSecretsOf(work.trx, { tenantId, personId: id }, now)
    for (const event of events) side.record(event)
    return withCredentials(work, side, next, temporary!)
  },
}

export const resetPersonsPassword = onOwnPeople(reset)
export const resetCustomersPersonsPassword = onCustomersPeople(reset)
