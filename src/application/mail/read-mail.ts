import { DomainError } from '../../domain/errors.ts'
import { optOutPlace, secretPlace } from '../../language/mail-text.ts'
import { open } from '../../security/seal.ts'
import { findMail, type OutboxMail, withTries } from '../../store/mail-store.ts'
import type { UseCase } from '../use-case.ts'
import { knownOptOutLink } from './opt-out-link.ts'

const hidden = '••••••••'

export interface ShownMail extends OutboxMail {
  readonly text: string
}

/** One mail. The link or code in it is for its reader alone: the operator of a demo sees it, any other sees that there is one. */
export const readMail: UseCase<{ readonly id: string }, ShownMail> = {
  action: 'mail.read',

  async run(work, { id }) {
    const { trx, env } = work
    const mail = await findMail(trx, id)
    if (!mail) throw new DomainError('notFound', 'No such mail.')
    const secret = env.isDemo && mail.sealedSecret ? open(env.keyRing, 'mailSecret', id, mail.sealedSecret) : hidden
    const optOut = env.isDemo && mail.body.includes(optOutPlace) && (await knownOptOutLink(work, id))
    const [shown] = await withTries(trx, [mail])
    return { ...shown!, text: mail.body.replace(secretPlace, () => secret).replace(optOutPlace, () => (optOut || hidden)) }
  },
}
