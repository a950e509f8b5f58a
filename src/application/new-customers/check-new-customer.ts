import { type FieldRemark, type NewCustomerInput, readNewCustomer } from '../../domain/new-customers/new-customer.ts'
import { searchKey } from '../../domain/names/search-key.ts'
import type { Language } from '../../language/languages.ts'
import { isOnList } from '../../store/created-customer-store.ts'
import { explain } from '../relationship-requests/explain.ts'
import type { UseCase, Work } from '../use-case.ts'

export interface NewCustomerCheck {
  readonly input: NewCustomerInput
  readonly reader: Language
}

/**
 * What would stand in the way and what is worth a second look, field by field, while the form is filled in (S1.L1.4).
 * Whether the domain is free is asked elsewhere: that is limited, and this is not (decision 11).
 */
export const checkNewCustomer: UseCase<NewCustomerCheck, ReturnType<typeof describe>> = {
  action: 'customer.prepare',

  async run(work, { input, reader }) {
    const { customer, problems, hints } = readNewCustomer(input, { manifest: work.manifest, partnerCountry: work.person.country })
    return describe([...problems, ...(await listProblems(work, customer))], hints, reader)
  },
}

/** One account for one customer (S4.8). Only this partner's own list is looked at. */
export async function listProblems(work: Work, { companyName, country }: { readonly companyName: string; readonly country: string }): Promise<FieldRemark[]> {
  const nameKey = searchKey(companyName)
  if (nameKey === '' || country === '') return []
  return (await isOnList(work.trx, work.person.tenantId, { nameKey, country })) ? [{ field: 'companyName', reason: 'customerOnYourList' }] : []
}

function describe(problems: readonly FieldRemark[], hints: readonly FieldRemark[], reader: Language) {
  const explained = (remarks: readonly FieldRemark[]) => remarks.map(({ field, reason }) => ({ field, ...explain(reader, reason) }))
  return { problems: explained(problems), hints: explained(hints) }
}
