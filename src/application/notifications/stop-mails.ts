import { DomainError } from '../../domain/errors.ts'
import { kinds, type NotificationKind, notificationKinds, type NotificationRule } from '../../domain/notifications/notification-kinds.ts'
import type { Choice, Preferences } from '../../domain/notifications/preferences.ts'
import { eventOf } from '../../domain/people/decide.ts'
import type { Language } from '../../language/languages.ts'
import { kindTitle, type Stoppable } from '../../language/notification-text.ts'
import { findPreferences, savePreferences } from '../../store/notification-preference-store.ts'
import { findPersonOf } from '../../store/person-store.ts'
import { enterTenant, findOwnTenant } from '../../store/tenant-store.ts'
import { portalPaths } from '../people/person-link.ts'
import { recordAs } from '../sign-in/record-as.ts'
import type { UseCase, Work } from '../use-case.ts'
import { openStopToken } from './stop-token.ts'

export interface StopInput {
  readonly token: string
  readonly language: Language
}

export interface StoppedMails {
  /** which mails, by their name */
  readonly title: string
  readonly tenantName: string
}

/** What the page of the link says before anybody presses the button; nothing changes. */
export const showStop: UseCase<StopInput, StoppedMails> = {
  action: 'notification.stopMails',

  async run(work, input) {
    const { title, tenantName } = await stopOf(work, input)
    return { title, tenantName }
  },
}

/** Where the address in a mail's header leads somebody who opens it: to the page, which changes nothing either. */
export const openStop: UseCase<{ readonly token: string }, { readonly page: string }> = {
  action: 'notification.stopMails',

  async run({ env }, { token }) {
    return { page: `${portalPaths[openStopToken(env.keyRing, token).side]}/unsubscribe#${token}` }
  },
}

/** No more mails of the kind, or no more digests. In the portal everything stays as it was, and the person can choose again. */
export const stopMails: UseCase<StopInput, StoppedMails> = {
  action: 'notification.stopMails',

  async run(work, input) {
    const { title, tenantName, what, person } = await stopOf(work, input)
    const before = await findPreferences(work.trx, person)
    const choices = stopped(before, what)
    if (Object.keys(choices).length > 0) {
      await savePreferences(work.trx, person, { ...before, choices: { ...before.choices, ...choices } }, work.env.clock())
      await recordAs(work, person, eventOf({ id: person.personId, tenantId: person.tenantId }, 'person.updated', { changed: ['notifications'] }))
    }
    return { title, tenantName }
  },
}

/** Whoever left gets the answer of a link that opens nothing. */
async function stopOf(work: Work, { token, language }: StopInput): Promise<StoppedMails & { readonly what: Stoppable; readonly person: { readonly tenantId: string; readonly personId: string } }> {
  const { tenantId, personId, what } = openStopToken(work.env.keyRing, token)
  await enterTenant(work.trx, tenantId)
  const person = await findPersonOf(work.trx, tenantId, personId)
  if (person.status !== 'active') throw new DomainError('notFound', 'The account cannot act.', { reason: 'linkNotValid' })
  const { name } = await findOwnTenant(work.trx, tenantId)
  return { title: kindTitle(language, what), tenantName: name, what, person: { tenantId, personId } }
}

/** What changes; nothing where it was stopped already. */
function stopped(before: Preferences, what: Stoppable): Partial<Record<NotificationKind, Choice>> {
  const concerned = what === 'digest' ? kinds.filter((kind) => mailOf(before, kind) === 'digest') : [what]
  const left = concerned.filter((kind) => before.choices[kind]?.mail !== 'off')
  return Object.fromEntries(left.map((kind): [NotificationKind, Choice] => [kind, { portal: before.choices[kind]?.portal ?? true, mail: 'off' }]))
}

/** As it is for either side; the side that is always told does not look here. */
function mailOf({ choices }: Preferences, kind: NotificationKind): string | undefined {
  const rules: readonly NotificationRule[] = Object.values(notificationKinds[kind])
  return choices[kind]?.mail ?? rules.find(({ isKept }) => !isKept)?.mail
}
