import type { Person } from '../../domain/people/person.ts'
import { credentialsOf } from '../../store/credential-store.ts'
import { letterBlock } from '../mail/address-book.ts'
import type { Work } from '../use-case.ts'

/**
 * Whether the link that somebody joins with came by mail and so proves the address (decision 28). Asked before the joining
 * takes away what it looks at.
 */
export async function invitationProvesMail(work: Work, { tenantId, id, mail }: Person): Promise<boolean> {
  if (!work.env.mailLeaves || mail === null) return false
  // A temporary password was handed on by people; it says nothing about the mail address.
  if ((await credentialsOf(work.trx, tenantId, id))?.temporaryPassword !== null) return false
  // A link to an address that takes no letters was handed over in another way.
  return !(await letterBlock(work, { template: 'personInvited', tenantId, recipient: mail }))
}
