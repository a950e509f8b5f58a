import type { StatementInput } from '../../domain/agreements/attestation.ts'
import { DomainError } from '../../domain/errors.ts'
import type { Language } from '../../language/languages.ts'
import { lockAccount } from '../../store/customer-account-store.ts'
import { describeCustomer, type DescribedCustomer } from '../customers/describe-customer.ts'
import type { UseCase } from '../use-case.ts'
import { attest } from './attest.ts'

export interface AttestInput {
  readonly customerId: string
  readonly statement: StatementInput
  readonly reader: Language
}

/** For a customer that is there already: Account → agreement → Update (D.6). */
export const attestAgreement: UseCase<AttestInput, DescribedCustomer> = {
  action: 'agreement.attest',
  customer: ({ customerId }) => customerId,

  async run(work, { customerId, statement, reader }) {
    const account = await lockAccount(work.trx, work.person.tenantId, customerId)
    if (!account) throw new DomainError('notFound', 'No such customer.')
    await attest(work, { customerId, country: account.country }, statement)
    return describeCustomer(work, account, reader)
  },
}
