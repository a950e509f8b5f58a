import { type AccountChange, editAccount } from '../../domain/customers/edit-account.ts'
import { DomainError } from '../../domain/errors.ts'
import type { Language } from '../../language/languages.ts'
import { lockAccount, saveAccount } from '../../store/customer-account-store.ts'
import { relationshipsBetween } from '../../store/reseller-relationship-store.ts'
import type { UseCase } from '../use-case.ts'
import { describeCustomer, type DescribedCustomer } from './describe-customer.ts'

export interface AccountUpdate {
  readonly customerId: string
  readonly version: number
  readonly change: AccountChange
  readonly reader: Language
}

export const updateAccount: UseCase<AccountUpdate, DescribedCustomer> = {
  action: 'customer.updateAccount',
  customer: ({ customerId }) => customerId,

  async run(work, { customerId, version, change, reader }) {
    const { trx, person } = work
    const account = await lockAccount(trx, person.tenantId, customerId)
    if (!account) throw new DomainError('notFound', 'No such customer.')
    if (account.version !== version) throw new DomainError('changedMeanwhile', 'The account changed meanwhile.')
    const [relationship] = await relationshipsBetween(trx, person.tenantId, customerId)
    const edited = editAccount(account, change, relationship!.id)
    if (!edited) return describeCustomer(work, account, reader)
    const saved = await saveAccount(trx, edited.next)
    await work.record(edited.event)
    return describeCustomer(work, saved, reader)
  },
}
