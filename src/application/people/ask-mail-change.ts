import { mailAddress } from '../../domain/addresses.ts'
import { DomainError } from '../../domain/errors.ts'
import { eventOf } from '../../domain/people/decide.ts'
import { mailConfirmationHours, type Person } from '../../domain/people/person.ts'
import { findPersonOf, lockPersonOf } from '../../store/person-store.ts'
import { findOwnTenant, type Tenant } from '../../store/tenant-store.ts'
import { withinBudget } from '../limits.ts'
import { requireReachable } from '../mail/address-book.ts'
import { queueMail } from '../mail/queue-mail.ts'
import type { UseCase, Work } from '../use-case.ts'
import { mailLanguage } from './mail-language.ts'
import { moveMail } from './confirm-mail-change.ts'
import { newPersonLink, portalOfPerson } from './person-link.ts'
import { type Me, showMe } from './read-me.ts'
import { tellOldAddress } from './tell-old-address.ts'

/**
 * Another mail address. It counts once the link that is mailed to it comes back; until then everything goes to the one
 * before, which is told. Asking again replaces what was asked. Where mails do not leave, nobody can confirm anything:
 * the address stands at once, unconfirmed.
 */
export const askMailChange: UseCase<{ readonly mail: string }, Me> = {
  action: 'self.secure',

  async run(work, input) {
    const { tenantId, personId } = work.person
    const { address } = mailAddress(input.mail)
    const person = await lockPersonOf(work.trx, tenantId, personId)
    if (address === person.mail && person.mailConfirmedAt) throw new DomainError('invalidInput', 'That is the address already.', { reason: 'mailUnchanged', field: 'mail' })
    const tenant = await findOwnTenant(work.trx, tenantId)
    if (work.env.mailLeaves) await requireReachable(work, { template: 'mailConfirmation', tenantId, recipient: address })
    if (work.env.mailLeaves) await mailConfirmation(work, person, { tenant, address })
    else if (address !== person.mail) await moveMail(work, person, { tenant, address, isProved: false })
    return showMe(work, await findPersonOf(work.trx, tenantId, personId))
  },
}

async function mailConfirmation(work: Work, person: Person, { tenant, address }: { readonly tenant: Tenant; readonly address: string }): Promise<void> {
  const { tenantId, id, userPrincipalName } = person
  await withinBudget(work.env, 'mailChange', { personId: id, tenantId, recipient: address.toLowerCase() }, async () => {
    const { link } = await newPersonLink(work, { tenantId, personId: id, kind: 'mailConfirmation', portal: portalOfPerson(person.roles, tenant), newMail: address })
    await queueMail(work, {
      template: 'mailConfirmation',
      tenantId,
      recipient: address,
      language: mailLanguage(person.language, tenant.language),
      // Without the name: whoever reads that mailbox may be somebody else.
      values: { name: '', userPrincipalName, hours: mailConfirmationHours },
      secret: link,
      aboutId: id,
    })
    if (person.mail !== address) await tellOldAddress(work, person, { tenant, template: 'mailChangeAsked' })
    await work.record(eventOf(person, 'person.mailChangeAsked'))
  })
}
