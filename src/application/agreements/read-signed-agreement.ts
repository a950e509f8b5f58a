import { DomainError } from '../../domain/errors.ts'
import { findSignedAgreement } from '../../store/signature-store.ts'
import type { UseCase } from '../use-case.ts'
import { type ShownAgreement, withNames } from './list-signed-agreements.ts'

/** One signature with the text exactly as it was shown and what is known of the signing. */
export const readSignedAgreement: UseCase<{ readonly id: string }, ShownAgreement> = {
  action: 'agreement.read',

  async run(work, { id }) {
    const agreement = await findSignedAgreement(work.trx, work.person.tenantId, id)
    if (!agreement) throw new DomainError('notFound', 'No such signature.')
    const [shown] = await withNames(work, [agreement])
    return shown!
  },
}
