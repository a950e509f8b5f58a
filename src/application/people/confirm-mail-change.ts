import { DomainError } from '../../domain/errors.ts'
import { eventOf } from '../../domain/people/decide.ts'
import type { Person } from '../../domain/people/person.ts'
import { endOneTimeSecretsOf, findOneTimeSecret, spendOneTimeSecret } from '../../store/one-time-secret-store.ts'
import { lockPersonOf, updatePerson } from '../../store/person-store.ts'
import { enterTenant, findOwnTenant, type Tenant } from '../../store/tenant-store.ts'
import { noteProved } from '../mail/address-book.ts'
import { recordAs } from '../sign-in/record-as.ts'
import type { UseCase, Work } from '../use-case.ts'
import { type OneTimeKey, oneTimeKey, requireKey } from './one-time-key.ts'
import { tellOldAddress } from './tell-old-address.ts'

export interface MailLinkInput {
  readonly secret: string
  readonly key?: OneTimeKey | undefined
}

export interface AskedMail {
  readonly mail: string
  readonly userPrincipalName: string
}

/** What the page shows before anybody confirms; nothing changes, so a scanner that opens links uses nothing up. */
export const exchangeMailLink: UseCase<MailLinkInput, AskedMail> = {
  action: 'session.start',

  async prepare(env, _actor, input) {
    return { ...input, key: await oneTimeKey(env, 'mailConfirmation', input.secret) }
  },

  async run(work, { key }) {
    const { person, newMail } = await askedBy(work, key)
    return { mail: newMail, userPrincipalName: person.userPrincipalName }
  },
}

/** The new address counts from here on, once. No session begins or ends with it. */
export const confirmMailChange: UseCase<MailLinkInput, AskedMail> = {
  action: 'session.start',

  async prepare(env, _actor, input) {
    return { ...input, key: await oneTimeKey(env, 'mailConfirmation', input.secret) }
  },

  async run(work, { key }) {
    const { person, newMail } = await askedBy(work, key)
    await spendOneTimeSecret(work.trx, person.tenantId, { kind: 'mailConfirmation', secretHash: key!.secretHash, now: work.env.clock() })
    await moveMail(work, person, { tenant: await findOwnTenant(work.trx, person.tenantId), address: newMail, isProved: true })
    return { mail: newMail, userPrincipalName: person.userPrincipalName }
  },
}

/** Links that were mailed to the address before end, and it is told there. */
export async function moveMail(work: Work, person: Person, to: { readonly tenant: Tenant; readonly address: string; readonly isProved: boolean }): Promise<void> {
  const now = work.env.clock()
  await endOneTimeSecretsOf(work.trx, { tenantId: person.tenantId, personId: person.id }, now)
  await updatePerson(work.trx, { ...person, mail: to.address, mailConfirmedAt: to.isProved ? now : null }, person.version)
  if (to.isProved) await noteProved(work, to.address)
  if (person.mail !== to.address) await tellOldAddress(work, person, { tenant: to.tenant, template: 'mailChanged' })
  await recordAs(work, { personId: person.id, tenantId: person.tenantId }, eventOf(person, 'person.updated', { changed: ['mail'] }))
}

async function askedBy(work: Work, key: OneTimeKey | undefined): Promise<{ readonly person: Person; readonly newMail: string }> {
  const { secretHash, tenantId } = requireKey(key)
  await enterTenant(work.trx, tenantId)
  const { personId, newMail } = await findOneTimeSecret(work.trx, tenantId, { kind: 'mailConfirmation', secretHash, now: work.env.clock() })
  const person = await lockPersonOf(work.trx, tenantId, personId)
  if (person.status !== 'active' || newMail === null) throw new DomainError('notFound', 'The account cannot act.', { reason: 'linkNotValid' })
  return { person, newMail }
}
