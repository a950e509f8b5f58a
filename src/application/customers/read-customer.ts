import { DomainError } from '../../domain/errors.ts'
import type { Language } from '../../language/languages.ts'
import { findAccount } from '../../store/customer-account-store.ts'
import type { UseCase } from '../use-case.ts'
import { describeCustomer, type DescribedCustomer } from './describe-customer.ts'

export const readCustomer: UseCase<{ readonly customerId: string; readonly reader: Language }, DescribedCustomer> = {
  action: 'customer.read',
  customer: ({ customerId }) => customerId,

  async run(work, { customerId, reader }) {
    const account = await findAccount(work.trx, work.person.tenantId, customerId)
    if (!account) throw new DomainError('notFound', 'No such customer.')
    return describeCustomer(work, account, reader)
  },
}
