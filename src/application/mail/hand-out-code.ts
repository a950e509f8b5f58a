import { DomainError } from '../../domain/errors.ts'
import type { Person } from '../../domain/people/person.ts'
import { findPersonOf } from '../../store/person-store.ts'
import { tenantOfPerson } from '../../store/operator-store.ts'
import { findOwnTenant } from '../../store/tenant-store.ts'
import { recordForOperators } from '../operator/tell-operators.ts'
import { newPersonLink, portalOfPerson } from '../people/person-link.ts'
import type { UseCase, Work } from '../use-case.ts'
import { letterBlock } from './address-book.ts'

export interface HandOutInput {
  readonly personId: string
  readonly kind: 'passwordReset' | 'personInvitation'
}

export interface HandedOutLink {
  readonly link: string
  readonly expiresAt: Date
}

/**
 * Where mails do not leave, or not to this address, the operator hands the link over by another way. It is shown once, links before it end, and
 * the person's own organization reads that it was made. Where mails leave, nobody but the reader ever sees a link.
 */
export const handOutCode: UseCase<HandOutInput, HandedOutLink> = {
  action: 'mail.handOutCode',

  async run(work, { personId, kind }) {
    const tenantId = await tenantOfPerson(work.trx, personId)
    if (tenantId === undefined) throw new DomainError('notFound', 'No such person.')
    const person = await findPersonOf(work.trx, tenantId, personId)
    if (work.env.mailLeaves && !(await isKeptBack(work, person, kind))) {
      throw new DomainError('invalidTransition', 'Mails leave this installation; codes are mailed, not handed out.', { reason: 'mailLeaves' })
    }
    const wanted = kind === 'personInvitation' ? 'invited' : 'active'
    if (person.status !== wanted) throw new DomainError('invalidTransition', `Cannot hand out this code while ${person.status}.`, { action: kind, current: person.status, allowedFrom: [wanted] })
    const tenant = await findOwnTenant(work.trx, tenantId)
    const made = await newPersonLink(work, { tenantId, personId, kind, portal: portalOfPerson(person.roles, tenant) })
    await recordForOperators(work, {
      type: kind === 'personInvitation' ? 'person.invited' : 'person.passwordResetAsked',
      resource: { type: 'person', id: personId },
      readers: [{ tenantId }],
      data: { by: 'operator' },
    })
    return made
  },
}

async function isKeptBack(work: Work, { mail, tenantId }: Person, kind: HandOutInput['kind']): Promise<boolean> {
  if (mail === null) return false
  return (await letterBlock(work, { template: kind === 'personInvitation' ? 'personInvited' : 'passwordReset', tenantId, recipient: mail })) !== undefined
}
