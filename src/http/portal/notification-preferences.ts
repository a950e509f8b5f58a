import { type Static, Type } from 'typebox'
import { changeNotificationPreferences } from '../../application/notifications/change-preferences.ts'
import { readNotificationPreferences, type ShownPreferences } from '../../application/notifications/read-preferences.ts'
import { openStop, showStop, stopMails } from '../../application/notifications/stop-mails.ts'
import { kinds, type MailChoice, mailChoices } from '../../domain/notifications/notification-kinds.ts'
import { digestFrequencies, type DigestTime } from '../../domain/notifications/preferences.ts'
import { readerLanguage } from '../reader-language.ts'
import { type AnyRoute, route } from '../route.ts'
import { Maybe, strict, Text } from '../schemas.ts'
import { KindName } from './notifications.ts'

const MailWish = Type.Unsafe<MailChoice>(Type.String({ enum: [...mailChoices], description: 'Not by mail, at once, or in the digest.' }))
const Frequency = Type.Unsafe<DigestTime['frequency']>(Type.String({ enum: [...digestFrequencies], description: 'Weekly digests come on Mondays.' }))
const Hour = Type.Integer({ minimum: 0, maximum: 23, description: 'On the clock of the time zone.' })

export const NotificationPreferences = Type.Object({
  kinds: Type.Array(
    Type.Object({
      kind: KindName,
      title: Type.String(),
      explanations: Type.Array(Type.String()),
      portal: Type.Boolean(),
      mail: MailWish,
      isKept: Type.Boolean({ description: 'Always told in the portal and by mail; nothing to choose.' }),
    }),
    { description: 'The kinds that concern somebody with one’s roles.' },
  ),
  digest: Type.Object({ frequency: Frequency, hour: Hour, timeZone: Type.String({ description: 'IANA name; the organization’s unless another was chosen.' }) }),
  mail: Type.Object({ address: Maybe(Type.String()), isConfirmed: Type.Boolean({ description: 'Mails come only to a confirmed address.' }) }),
  version: Type.Integer(),
})
export type NotificationPreferences = Static<typeof NotificationPreferences>

const Choice = Type.Object({ portal: Type.Boolean(), mail: MailWish }, strict)
const Choices = Type.Object(Object.fromEntries(kinds.map((kind) => [kind, Type.Optional(Choice)])) as Record<(typeof kinds)[number], ReturnType<typeof Type.Optional<typeof Choice>>>, strict)

export const StoppedMails = Type.Object({ title: Type.String({ description: 'Which mails, by name.' }), tenantName: Type.String() })
export type StoppedMails = Static<typeof StoppedMails>

const StopToken = Type.Object({ token: Type.String({ minLength: 40, maxLength: 400, pattern: '^[A-Za-z0-9_-]*$', description: 'From the link under a mail.' }) }, strict)
const OneClick = Type.Object({ 'List-Unsubscribe': Type.Literal('One-Click') }, { ...strict, description: 'A form, application/x-www-form-urlencoded.' })

export const notificationPreferenceRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    path: '/me/notification-preferences',
    summary: 'Read what one is told of, and how',
    tag: 'Notifications',
    useCase: readNotificationPreferences,
    answer: NotificationPreferences,
    input: ({ request }) => ({ language: readerLanguage(request) }),
    present: presentPreferences,
    version: ({ version }) => version,
  }),
  route({
    method: 'PATCH',
    path: '/me/notification-preferences',
    summary: 'Choose what one is told of, and how; what is not named stays',
    tag: 'Notifications',
    useCase: changeNotificationPreferences,
    body: Type.Object({ kinds: Type.Optional(Choices), digest: Type.Optional(Type.Object({ frequency: Frequency, hour: Hour, timeZone: Text(64) }, strict)) }, strict),
    answer: NotificationPreferences,
    ifMatch: true,
    input: ({ body, version, request }) => ({ ...body, version, language: readerLanguage(request) }),
    present: presentPreferences,
    version: ({ version }) => version,
  }),
  route({
    method: 'POST',
    path: '/mail-stops/exchange',
    summary: 'Read which mails the link under a mail would stop; changes nothing',
    tag: 'Notifications',
    useCase: showStop,
    body: StopToken,
    answer: StoppedMails,
    budget: 'oneTimeSecret',
    input: ({ body, request }) => ({ token: body.token, language: readerLanguage(request) }),
    present: (stopped) => stopped,
  }),
  route({
    method: 'POST',
    path: '/mail-stops/completion',
    summary: 'Stop mails of a kind with the link under a mail; in the portal everything stays',
    tag: 'Notifications',
    useCase: stopMails,
    body: StopToken,
    answer: StoppedMails,
    budget: 'oneTimeSecret',
    input: ({ body, request }) => ({ token: body.token, language: readerLanguage(request) }),
    present: (stopped) => stopped,
  }),
  route({
    method: 'GET',
    path: '/one-click-stops/:token',
    summary: 'Send whoever opens the address in a mail’s List-Unsubscribe header on to the page that asks; changes nothing',
    tag: 'Notifications',
    useCase: openStop,
    params: StopToken,
    answer: Type.Null(),
    status: 302,
    input: ({ params }) => params,
    present: () => null,
    reply: ({ page }, reply) => void reply.header('location', page),
  }),
  route({
    method: 'POST',
    path: '/one-click-stops/:token',
    summary: 'Stop mails of a kind in one step, as mail programs ask for it (RFC 8058)',
    tag: 'Notifications',
    useCase: stopMails,
    params: StopToken,
    form: true,
    body: OneClick,
    answer: StoppedMails,
    budget: 'oneTimeSecret',
    input: ({ params, request }) => ({ token: params.token, language: readerLanguage(request) }),
    present: (stopped) => stopped,
  }),
]

function presentPreferences({ kinds: lines, digest, mail, version }: ShownPreferences): NotificationPreferences {
  return {
    kinds: lines.map((line) => ({ ...line, explanations: [...line.explanations] })),
    digest: { ...digest },
    mail: { ...mail },
    version,
  }
}
