import { mailAddress } from '../../domain/addresses.ts'
import { DomainError } from '../../domain/errors.ts'
import { displayName } from '../../domain/names/name.ts'
import { eventOf } from '../../domain/people/decide.ts'
import type { Person } from '../../domain/people/person.ts'
import { isSteppedUp } from '../../domain/rights.ts'
import type { Language } from '../../language/languages.ts'
import { endOneTimeSecretsOf } from '../../store/one-time-secret-store.ts'
import { lockPersonOf, updatePerson } from '../../store/person-store.ts'
import { findOwnTenant } from '../../store/tenant-store.ts'
import { queueMail } from '../mail/queue-mail.ts'
import type { UseCase, Work } from '../use-case.ts'
import { mailLanguage } from './mail-language.ts'
import { portalOfPerson, portalPaths } from './person-link.ts'
import { type Me, showMe } from './read-me.ts'

export interface UpdateMeInput {
  readonly version: number
  readonly displayName?: string | undefined
  readonly language?: Language | undefined
  readonly mail?: string | undefined
}

/** One's own name, language and address. The address is where a forgotten password goes, so changing it asks for a step-up. */
export const updateMe: UseCase<UpdateMeInput, Me> = {
  action: 'self.update',

  async run(work, input) {
    const { tenantId, personId } = work.person
    const person = await lockPersonOf(work.trx, tenantId, personId)
    if (person.version !== input.version) throw new DomainError('changedMeanwhile', 'The account was changed meanwhile.')
    const mail = input.mail === undefined ? person.mail : mailAddress(input.mail).address
    const next: Person = {
      ...person,
      mail,
      mailConfirmedAt: mail === person.mail ? person.mailConfirmedAt : null,
      displayName: input.displayName === undefined ? person.displayName : displayName(input.displayName),
      language: input.language ?? person.language,
    }
    const changed = (['displayName', 'language', 'mail'] as const).filter((name) => next[name] !== person[name])
    if (changed.length === 0) return showMe(work, person)
    if (changed.includes('mail')) await moveMail(work, person)
    const saved = await updatePerson(work.trx, next, person.version)
    await work.record(eventOf(person, 'person.updated', { changed }))
    return showMe(work, saved)
  },
}

/** Links that were mailed to the address before end, and it is told there: an address taken over is noticed by who had it. */
async function moveMail(work: Work, person: Person): Promise<void> {
  const now = work.env.clock()
  if (!isSteppedUp(work.person, now)) throw new DomainError('stepUpRequired', 'Another address needs a recent sign-in.', { reason: 'stepUpMissing', action: 'self.update' })
  await endOneTimeSecretsOf(work.trx, { tenantId: person.tenantId, personId: person.id }, now)
  if (!person.mail) return
  const tenant = await findOwnTenant(work.trx, person.tenantId)
  const language = mailLanguage(person.language, tenant.language)
  await queueMail(work, {
    template: 'mailChanged',
    tenantId: person.tenantId,
    recipient: person.mail,
    language,
    values: {
      name: person.displayName,
      userPrincipalName: person.userPrincipalName,
      at: new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'long', timeZone: tenant.timeZone }).format(work.now),
      link: `${work.env.publicUrl}${portalPaths[portalOfPerson(person.roles, tenant)]}/settings/profile`,
    },
    aboutId: person.id,
  })
}
