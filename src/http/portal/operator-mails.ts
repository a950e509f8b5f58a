import { type Static, Type } from 'typebox'
import { canGiveUp, giveUpMail } from '../../application/mail/give-up-mail.ts'
import { listOutbox } from '../../application/mail/list-mails.ts'
import { changeMailSender, showMailSender, type ShownMailSender } from '../../application/mail/mail-sender.ts'
import { readMail } from '../../application/mail/read-mail.ts'
import { canRetry, retryMail } from '../../application/mail/retry-mail.ts'
import { sendTestMail } from '../../application/mail/send-test-mail.ts'
import { usualPageSize } from '../../application/page.ts'
import { type AnyRoute, route } from '../route.ts'
import { Cursor, Id, IdParams, Instant, Maybe, NoBody, PageSize, strict, Text } from '../schemas.ts'

const MailState = Type.Union([Type.Literal('queued'), Type.Literal('sent'), Type.Literal('failed'), Type.Literal('held'), Type.Literal('givenUp')], {
  description: 'queued: waits to leave or for its next attempt; held: kept here; failed: refused for good; givenUp: by an operator.',
})

const mailFields = {
  id: Id,
  createdAt: Instant,
  recipient: Type.String(),
  recipientDomain: Type.String(),
  language: Type.String(),
  template: Type.String({ description: 'What kind of letter it is.' }),
  subject: Type.String(),
  status: MailState,
  attempts: Type.Integer(),
  /** of a waiting mail that was tried before */
  nextTryAt: Maybe(Instant),
  sentAt: Maybe(Instant),
  lastError: Maybe(Type.String()),
  smtpReply: Maybe(Type.String({ description: 'The words with which the mail server took it.' })),
  /** kept back although mails leave: the address takes none, or its reader wants none */
  heldBecause: Type.Union([Type.Literal('undeliverable'), Type.Literal('optedOut'), Type.Null()]),
  /** whose code may be handed out instead of this mail */
  personId: Maybe(Id),
  can: Type.Array(Type.String(), { description: 'retry, giveUp, handOutCode.' }),
}

export const OperatorMail = Type.Object(mailFields)
export type OperatorMail = Static<typeof OperatorMail>

export const OperatorMailList = Type.Object({ items: Type.Array(OperatorMail), next: Maybe(Type.String()), previous: Maybe(Type.String()) })
export type OperatorMailList = Static<typeof OperatorMailList>

export const OperatorMailText = Type.Object({ ...mailFields, text: Type.String(), messageId: Type.String() })
export type OperatorMailText = Static<typeof OperatorMailText>

export const OperatorMailSender = Type.Object({
  name: Maybe(Type.String()),
  address: Maybe(Type.String()),
  replyTo: Maybe(Type.String()),
  usualAddress: Type.Union([Type.String(), Type.Null()], { description: 'What SMTP_URL gives where no address is set; null without SMTP_URL.' }),
  mailLeaves: Type.Boolean(),
  version: Type.Integer(),
})
export type OperatorMailSender = Static<typeof OperatorMailSender>

const sender = { tag: 'Operator', answer: OperatorMailSender, present: presentSender, version: ({ version }: ShownMailSender) => version } as const
const one = { tag: 'Operator', params: IdParams, body: NoBody, answer: OperatorMail, keyKeptForDays: 1, input: ({ params }: { params: { id: string } }) => ({ id: params.id.toLowerCase() }), present: presentMail } as const

export const operatorMailRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    path: '/operator/mails',
    summary: 'List the mails of this installation, newest first',
    tag: 'Operator',
    useCase: listOutbox,
    query: Type.Object({ status: Type.Optional(MailState), size: Type.Optional(PageSize), cursor: Type.Optional(Cursor) }, strict),
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
    present: (mail) => ({ ...presentMail(mail), text: mail.text, messageId: mail.messageId }),
  }),
  route({ ...one, method: 'POST', path: '/operator/mails/:id/retry', summary: 'Try a held, refused or waiting mail now', useCase: retryMail }),
  route({ ...one, method: 'POST', path: '/operator/mails/:id/giving-up', summary: 'Give a mail up that has not left', useCase: giveUpMail }),
  route({ ...sender, method: 'GET', path: '/operator/mail-sender', summary: 'Read who mails come from', useCase: showMailSender, input: () => ({}) }),
  route({
    ...sender,
    method: 'PUT',
    path: '/operator/mail-sender',
    summary: 'Change who mails come from and where answers go',
    useCase: changeMailSender,
    body: Type.Object({ name: Maybe(Text(400)), address: Maybe(Text(320)), replyTo: Maybe(Text(320)) }, strict),
    ifMatch: true,
    input: ({ body, version }) => ({ ...body, version }),
  }),
  route({
    method: 'POST',
    path: '/operator/test-messages',
    summary: 'Queue a test message; what the mail server answers is read at the mail',
    tag: 'Operator',
    useCase: sendTestMail,
    body: Type.Object({ address: Text(320) }, strict),
    answer: OperatorMail,
    status: 201,
    keyKeptForDays: 1,
    input: ({ body }) => body,
    present: presentMail,
  }),
]

function presentSender({ name, address, replyTo, usualAddress, mailLeaves, version }: ShownMailSender): OperatorMailSender {
  return { name, address, replyTo, usualAddress, mailLeaves, version }
}

type Mail = Awaited<ReturnType<typeof retryMail.run>>

function presentMail(mail: Mail): OperatorMail {
  const isPersonal = mail.template === 'personInvited' || mail.template === 'passwordReset'
  return {
    id: mail.id,
    createdAt: mail.createdAt.toISOString(),
    recipient: mail.recipient,
    recipientDomain: mail.recipient.slice(mail.recipient.lastIndexOf('@') + 1),
    language: mail.language,
    template: mail.template,
    subject: mail.subject,
    status: mail.givenUpAt === null ? mail.status : 'givenUp',
    attempts: mail.attempts,
    nextTryAt: mail.nextTryAt?.toISOString() ?? null,
    sentAt: mail.sentAt?.toISOString() ?? null,
    lastError: mail.lastError,
    smtpReply: mail.smtpReply,
    heldBecause: mail.status === 'held' ? mail.heldBecause : null,
    personId: isPersonal ? mail.aboutId : null,
    can: [...(canRetry(mail) ? ['retry'] : []), ...(canGiveUp(mail) ? ['giveUp'] : []), ...(isPersonal && mail.status === 'held' ? ['handOutCode'] : [])],
  }
}
