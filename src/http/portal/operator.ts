import { type Static, Type } from 'typebox'
import { handOutCode } from '../../application/mail/hand-out-code.ts'
import { listOutbox } from '../../application/mail/list-mails.ts'
import { readMail } from '../../application/mail/read-mail.ts'
import { canRetry, retryMail } from '../../application/mail/retry-mail.ts'
import { usualPageSize } from '../../application/page.ts'
import { listAgreementVersions } from '../../application/operator/list-agreement-versions.ts'
import { publishAgreementVersion } from '../../application/operator/publish-agreement-version.ts'
import { readStatus } from '../../application/operator/read-status.ts'
import { type AnyRoute, route } from '../route.ts'
import { Country, Cursor, Id, IdParams, Instant, Language, Maybe, NoBody, PageSize, strict, Text } from '../schemas.ts'

const MailStatus = Type.Union([Type.Literal('queued'), Type.Literal('sent'), Type.Literal('failed'), Type.Literal('held')])

const mailFields = {
  id: Id,
  createdAt: Instant,
  recipient: Type.String(),
  language: Type.String(),
  template: Type.String(),
  subject: Type.String(),
  status: MailStatus,
  attempts: Type.Integer(),
  sentAt: Maybe(Instant),
  lastError: Maybe(Type.String()),
  /** whose code may be handed out instead of this mail */
  personId: Maybe(Id),
  can: Type.Array(Type.String(), { description: 'retry, handOutCode.' }),
}

export const OperatorMail = Type.Object(mailFields)
export type OperatorMail = Static<typeof OperatorMail>

export const OperatorMailList = Type.Object({ items: Type.Array(OperatorMail), next: Maybe(Type.String()), previous: Maybe(Type.String()) })
export type OperatorMailList = Static<typeof OperatorMailList>

export const OperatorMailText = Type.Object({ ...mailFields, text: Type.String(), smtpReply: Maybe(Type.String()), messageId: Type.String() })
export type OperatorMailText = Static<typeof OperatorMailText>

export const AgreementVersionRow = Type.Object({
  id: Id,
  cloud: Type.String(),
  country: Maybe(Type.String()),
  number: Type.Integer(),
  mustSignAgain: Type.Boolean(),
  publishedAt: Instant,
  texts: Type.Array(Type.Object({ language: Type.String(), title: Type.String(), sha256: Type.String() })),
})
export type AgreementVersionRow = Static<typeof AgreementVersionRow>

export const InstallationStatus = Type.Object({
  version: Type.String(),
  publicUrl: Type.String(),
  isDemo: Type.Boolean(),
  isQuarantined: Type.Boolean({ description: 'True after a restore until `vinculo release`: mails are held.' }),
  isSetUp: Type.Boolean(),
  mailLeaves: Type.Boolean(),
  counts: Type.Object({
    partners: Type.Integer(),
    suspendedPartners: Type.Integer(),
    customers: Type.Integer(),
    people: Type.Integer(),
    mailsQueued: Type.Integer(),
    mailsHeld: Type.Integer(),
    mailsFailed: Type.Integer(),
  }),
})
export type InstallationStatus = Static<typeof InstallationStatus>

export const HandedOutCode = Type.Object({ link: Type.String(), expiresAt: Instant })
export type HandedOutCode = Static<typeof HandedOutCode>

export const operatorRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    path: '/operator/status',
    summary: 'Read how the installation stands',
    tag: 'Operator',
    useCase: readStatus,
    answer: InstallationStatus,
    input: () => ({}),
    present: (status) => status,
  }),
  route({
    method: 'GET',
    path: '/operator/agreement-versions',
    summary: 'List the published customer agreements',
    tag: 'Operator',
    useCase: listAgreementVersions,
    answer: Type.Object({ items: Type.Array(AgreementVersionRow) }),
    input: () => ({}),
    present: (versions) => ({ items: versions.map(presentVersion) }),
  }),
  route({
    method: 'POST',
    path: '/operator/agreement-versions',
    summary: 'Publish a version of a customer agreement',
    tag: 'Operator',
    useCase: publishAgreementVersion,
    body: Type.Object(
      {
        cloud: Text(40),
        country: Type.Union([Country, Type.Null()]),
        mustSignAgain: Type.Boolean(),
        texts: Type.Array(Type.Object({ language: Language, title: Text(200), body: Text(500_000) }, strict), { minItems: 1, maxItems: 20 }),
      },
      strict,
    ),
    answer: AgreementVersionRow,
    status: 201,
    keyKeptForDays: 1,
    input: ({ body }) => body,
    present: presentVersion,
  }),
  route({
    method: 'GET',
    path: '/operator/mails',
    summary: 'List the mails of this installation, newest first',
    tag: 'Operator',
    useCase: listOutbox,
    query: Type.Object({ status: Type.Optional(MailStatus), size: Type.Optional(PageSize), cursor: Type.Optional(Cursor) }, strict),
    answer: OperatorMailList,
    input: ({ query }) => ({ status: query.status, size: Number(query.size ?? usualPageSize), cursor: query.cursor }),
    present: ({ items, next, previous }) => ({ items: items.map(presentMail), next, previous }),
  }),
  route({
    method: 'GET',
    path: '/operator/mails/:id',
    summary: 'Read a mail',
    tag: 'Operator',
    useCase: readMail,
    params: IdParams,
    answer: OperatorMailText,
    input: ({ params }) => ({ id: params.id.toLowerCase() }),
    present: (mail) => ({ ...presentMail(mail), text: mail.text, smtpReply: mail.smtpReply, messageId: mail.messageId }),
  }),
  route({
    method: 'POST',
    path: '/operator/mails/:id/retry',
    summary: 'Queue a held or refused mail once more',
    tag: 'Operator',
    useCase: retryMail,
    params: IdParams,
    body: NoBody,
    answer: OperatorMail,
    keyKeptForDays: 1,
    input: ({ params }) => ({ id: params.id.toLowerCase() }),
    present: presentMail,
  }),
  route({
    method: 'POST',
    path: '/operator/handed-out-codes',
    summary: 'Make a link to hand over where mails do not leave; it is shown once',
    tag: 'Operator',
    useCase: handOutCode,
    body: Type.Object({ personId: Id, kind: Type.Union([Type.Literal('passwordReset'), Type.Literal('personInvitation')]) }, strict),
    answer: HandedOutCode,
    status: 201,
    // Without a stored answer: it would keep the link. Asking again makes another and ends this one.
    input: ({ body }) => ({ personId: body.personId.toLowerCase(), kind: body.kind }),
    present: ({ link, expiresAt }) => ({ link, expiresAt: expiresAt.toISOString() }),
  }),
]

type Version = Awaited<ReturnType<typeof publishAgreementVersion.run>>

export function presentVersion({ id, cloud, country, number, mustSignAgain, publishedAt, texts }: Version): AgreementVersionRow {
  return { id, cloud, country, number, mustSignAgain, publishedAt: publishedAt.toISOString(), texts: texts.map((text) => ({ ...text })) }
}

type Mail = Awaited<ReturnType<typeof retryMail.run>>

function presentMail(mail: Mail): OperatorMail {
  const isPersonal = mail.template === 'personInvited' || mail.template === 'passwordReset'
  return {
    id: mail.id,
    createdAt: mail.createdAt.toISOString(),
    recipient: mail.recipient,
    language: mail.language,
    template: mail.template,
    subject: mail.subject,
    status: mail.status,
    attempts: mail.attempts,
    sentAt: mail.sentAt?.toISOString() ?? null,
    lastError: mail.lastError,
    personId: isPersonal ? mail.aboutId : null,
    can: [...(canRetry(mail) ? ['retry'] : []), ...(isPersonal && mail.status === 'held' ? ['handOutCode'] : [])],
  }
}
