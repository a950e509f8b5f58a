import type { Language } from '../../language/languages.ts'
import { licensesOf } from '../../store/license-store.ts'
import { findPersonOf } from '../../store/person-store.ts'
import { onCustomersPeople, onOwnPeople, type PeopleAct, type PeopleSide } from '../people/people-side.ts'
import type { Work } from '../use-case.ts'
import { ownedBy } from './change-licenses.ts'
import { shownLicense, type ShownLicense } from './shown-licenses.ts'

export interface UserLicensesAsk {
  readonly id: string
  readonly reader: Language
}

const read: PeopleAct<UserLicensesAsk, readonly ShownLicense[]> = {
  own: 'person.list',
  onBehalf: 'directoryUser.readLicenses',

  async run(work, side, { id, reader }) {
    await findPersonOf(work.trx, side.tenantId, id)
    return userLicenses(work, side, { id, reader })
  },
}

export const readUserLicenses = onOwnPeople(read)
export const readCustomersUserLicenses = onCustomersPeople(read)

/** Of one user, in the order of the SKUs. */
export async function userLicenses(work: Work, { tenantId }: Pick<PeopleSide, 'tenantId'>, { id, reader }: UserLicensesAsk): Promise<ShownLicense[]> {
  const held = (await licensesOf(work.trx, tenantId, [id])).get(id) ?? []
  if (held.length === 0) return []
  const owned = await ownedBy(work, tenantId)
  return held.map((license) => shownLicense(license, owned, reader))
}
