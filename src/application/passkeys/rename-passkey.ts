import { DomainError } from '../../domain/errors.ts'
import { displayName } from '../../domain/names/name.ts'
import type { Passkey } from '../../domain/people/passkey.ts'
import { lockPasskey, renamePasskey as saveName } from '../../store/passkey-store.ts'
import { eventOf } from '../../domain/people/decide.ts'
import type { UseCase } from '../use-case.ts'

export interface RenamePasskeyInput {
  readonly id: string
  readonly name: string
  readonly version: number
}

/** The name is the person's own note of which device it is; it proves nothing. */
export const renamePasskey: UseCase<RenamePasskeyInput, Passkey> = {
  action: 'self.update',

  async run(work, input) {
    const person = { id: work.person.personId, tenantId: work.person.tenantId }
    const passkey = await lockPasskey(work.trx, person, input.id)
    if (passkey.version !== input.version) throw new DomainError('changedMeanwhile', 'The passkey was changed meanwhile.')
    const name = displayName(input.name)
    if (name === passkey.name) return passkey
    await saveName(work.trx, passkey, name)
    await work.record(eventOf(person, 'person.updated', { changed: ['passkeyName'] }))
    return { ...passkey, name, version: passkey.version + 1 }
  },
}
