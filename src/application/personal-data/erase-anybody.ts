import { DomainError } from '../../domain/errors.ts'
import { erase } from '../../domain/personal-data/erasing.ts'
import { type AddressCounts, countAddress, eraseAddress } from '../../store/erasure-store.ts'
import { claimPerson, lockAdministration, personEverOf } from '../../store/person-store.ts'
import { enterWholeInstallation, tenantIsClosed } from '../../store/tenant-closing-store.ts'
import { plainNote } from '../operator/plain-note.ts'
import { recordForOperators } from '../operator/tell-operators.ts'
import { keepAnAdministrator } from '../people/changer.ts'
import type { UseCase, Work } from '../use-case.ts'
import { eraseNow, type ErasurePreview, erasureOf } from './erase-person.ts'
import { subjectNamed } from './subject-named.ts'

/** Of somebody with an account, or of an address without one. */
export type AnyErasurePreview =
  | { readonly kind: 'person'; readonly person: ErasurePreview }
  | { readonly kind: 'address'; readonly address: string; readonly counts: AddressCounts }

/** Changes nothing. */
export const previewAnyErasure: UseCase<{ readonly name: string }, AnyErasurePreview> = {
  action: 'operator.read',

  async run(work, { name }) {
    const { personId, tenantId, mail } = await subjectNamed(work, name)
    await enterWholeInstallation(work.trx)
    if (personId === null) return { kind: 'address', address: mail!, counts: await countAddress(work.trx, mail!) }
    return { kind: 'person', person: await erasureOf(work, await personEverOf(work.trx, tenantId!, personId, { hold: false })) }
  },
}

/** For whoever asks the operator: an account of any organization, or the address of a stranger who only received mails. */
export const eraseAnybody: UseCase<{ readonly name: string; readonly checkedHow: string }, void> = {
  action: 'person.eraseAny',

  async run(work, { name, checkedHow }) {
    const note = plainNote(checkedHow)
    if (note === null) throw new DomainError('invalidInput', 'How was it checked who asks?', { reason: 'checkMissing', field: 'checkedHow' })
    const { personId, tenantId, mail } = await subjectNamed(work, name)
    await enterWholeInstallation(work.trx)
    if (personId === null) return eraseStranger(work, mail!, note)
    await claimPerson(work.trx, personId)
    await lockAdministration(work.trx, tenantId!)
    const person = await personEverOf(work.trx, tenantId!, personId, { hold: true })
    const decided = erase(person, work.person, { by: 'operator', checkedHow: note })
    // Whose organization is closed leaves nobody behind who needs an administrator.
    if (!(await tenantIsClosed(work.trx, tenantId!))) await keepAnAdministrator(work, person, decided)
    await eraseNow(work, person)
    for (const event of decided.events) await recordForOperators(work, event)
  },
}

async function eraseStranger(work: Work, address: string, note: string): Promise<void> {
  const { accounts } = await countAddress(work.trx, address)
  if (accounts > 0) throw new DomainError('invalidTransition', 'Somebody with an account has this address.', { reason: 'addressHasAccount' })
  await eraseAddress(work.trx, address)
  const { tenantId } = work.person
  await recordForOperators(work, { type: 'personalData.erased', resource: { type: 'tenant', id: tenantId }, readers: [{ tenantId }], data: { checkedHow: note } })
}
