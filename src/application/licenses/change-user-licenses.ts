import { DomainError } from '../../domain/errors.ts'
import type { LicenseWish } from '../../domain/licenses/license.ts'
import { onCustomersPeople, onOwnPeople, type PeopleAct } from '../people/people-side.ts'
import { changeEvents, changeLicenses, ownedBy, refuseUnknownWishes } from './change-licenses.ts'
import { type UserLicensesAsk, userLicenses } from './read-user-licenses.ts'
import type { ShownLicense } from './shown-licenses.ts'

export interface UserLicensesChange extends UserLicensesAsk {
  readonly wishes: readonly LicenseWish[]
}

/** Licenses of one user: everything that is wished or, with its reason, nothing. What is not named stays. */
const change: PeopleAct<UserLicensesChange, readonly ShownLicense[]> = {
  own: 'person.assignLicenses',
  onBehalf: 'directoryUser.assignLicenses',

  async run(work, side, { id, wishes, reader }) {
    refuseUnknownWishes(wishes, await ownedBy(work, side.tenantId))
    const settled = await changeLicenses(work, side, { people: [id], wishes })
    const [one] = settled
    if (!one) throw new DomainError('notFound', 'No such person.')
    if (one.refusal) throw new DomainError('licenseNotPossible', `Refused: ${one.refusal.reason}.`, { ...one.refusal })
    for (const event of changeEvents(side.tenantId, settled)) side.record(event)
    return userLicenses(work, side, { id, reader })
  },
}

export const changeUserLicenses = onOwnPeople(change)
export const changeCustomersUserLicenses = onCustomersPeople(change)
