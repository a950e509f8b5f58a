import type { Language } from '../../language/languages.ts'
import { onCustomersPeople, onOwnPeople, type PeopleAct } from '../people/people-side.ts'
import { ownedBy } from './change-licenses.ts'
import { shownSku, type ShownSku } from './shown-licenses.ts'

/** What a customer can give its users, whoever sold it: seats, what is assigned of them and what is left. */
const list: PeopleAct<{ readonly reader: Language }, readonly ShownSku[]> = {
  own: 'person.list',
  onBehalf: 'directoryUser.readLicenses',
  run: async (work, side, { reader }) => (await ownedBy(work, side.tenantId)).map((sku) => shownSku(sku, reader)),
}

export const listSubscribedSkus = onOwnPeople(list)
export const listCustomersSubscribedSkus = onCustomersPeople(list)
