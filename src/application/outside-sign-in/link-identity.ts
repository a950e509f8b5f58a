import { DomainError } from '../../domain/errors.ts'
import { eventOf } from '../../domain/people/decide.ts'
import { personTransitions } from '../../domain/people/transitions.ts'
import { transition } from '../../domain/transition.ts'
import type { OutsideIdentity } from '../../security/openid.ts'
import { findOneTimeSecret, spendOneTimeSecret } from '../../store/one-time-secret-store.ts'
import { linkIdentity, type OutsideSignIn, unlinkIdentity } from '../../store/outside-identity-store.ts'
import { lockPersonOf, updatePerson } from '../../store/person-store.ts'
import { invitationProvesMail } from '../people/invitation-proves-mail.ts'
import { invitedPerson } from '../people/invited-person.ts'
import { recordAs } from '../sign-in/record-as.ts'
import type { UseCase, Work } from '../use-case.ts'

/** To the person who went, and who is signed in at this moment in the very session that went. */
export async function linkTo(work: Work, { tenantId, personId }: OutsideSignIn, { issuer, subject }: OutsideIdentity): Promise<void> {
  if (work.actor.kind !== 'person' || work.actor.personId !== personId) throw new DomainError('notSignedIn', 'Sign in again before you link an identity.')
  const person = await lockPersonOf(work.trx, tenantId, personId)
  if (person.status !== 'active') throw new DomainError('sessionEnded', 'The account can no longer act.')
  await linkIdentity(work.trx, { tenantId, personId, issuer, subject }, work.env.clock())
  await work.record(eventOf(person, 'person.identityLinked'))
}

/** Joins with the identity in place of a password. The invitation is judged and used up like any other. */
export async function joinWith(work: Work, { tenantId }: OutsideSignIn, by: { readonly identity: OutsideIdentity; readonly invitationHash: string | undefined }): Promise<void> {
  const now = work.env.clock()
  const secret = { kind: 'personInvitation', secretHash: Buffer.from(by.invitationHash ?? '', 'hex'), now } as const
  const person = await invitedPerson(work, tenantId, await findOneTimeSecret(work.trx, tenantId, secret))
  await spendOneTimeSecret(work.trx, tenantId, secret)
  const isProved = await invitationProvesMail(work, person)
  const status = transition(personTransitions, person.status, 'join')
  await updatePerson(work.trx, { ...person, status, mailConfirmedAt: isProved ? now : null }, person.version)
  await linkIdentity(work.trx, { tenantId, personId: person.id, issuer: by.identity.issuer, subject: by.identity.subject }, now)
  for (const type of ['person.joined', 'person.identityLinked'] as const) await recordAs(work, { personId: person.id, tenantId }, eventOf(person, type))
}

/** One's own; refused where nothing else would open the account. */
export const unlinkOwnIdentity: UseCase<void, void> = {
  action: 'self.secure',

  async run(work) {
    const person = await lockPersonOf(work.trx, work.person.tenantId, work.person.personId)
    if (!person.hasPassword && !person.hasPasskey) throw new DomainError('invalidTransition', 'Nothing else opens the account.', { reason: 'onlyWayIn' })
    if (!(await unlinkIdentity(work.trx, person.tenantId, person.id))) throw new DomainError('notFound', 'No identity is linked.')
    await work.record(eventOf(person, 'person.identityUnlinked'))
  },
}
