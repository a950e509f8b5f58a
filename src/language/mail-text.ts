import { isToStranger } from '../domain/mail-blocks.ts'
import { mails as en } from './en/mails.ts'
import { mails as es } from './es/mails.ts'
import type { Language } from './languages.ts'
import { messageText } from './message.ts'

/**
 * Every mail that Vinculo itself sends, with the facts its text may name. `{name}` is the reader, `{link}` a page of
 * ours, `{secret}` a link or code for this reader alone, put in only while the mail leaves.
 */
export const mailTemplates = {
  registrationCode: ['companyName', 'secret', 'minutes'],
  mailConfirmation: ['name', 'userPrincipalName', 'secret', 'hours'],
  personInvited: ['name', 'tenantName', 'userPrincipalName', 'secret', 'days'],
  partnerInvitation: ['occasion', 'partnerName', 'partnerId', 'country', 'isVerified', 'hasPrivileges', 'services', 'dueAt', 'hasWords', 'words', 'secret'],
  passwordReset: ['name', 'userPrincipalName', 'secret', 'minutes'],
  passwordChanged: ['name', 'userPrincipalName', 'at', 'link'],
  secondFactorEnrolled: ['name', 'userPrincipalName', 'at', 'link'],
  secondFactorRemoved: ['name', 'userPrincipalName', 'at', 'link'],
  identityLinked: ['name', 'userPrincipalName', 'at', 'link'],
  identityUnlinked: ['name', 'userPrincipalName', 'at', 'link'],
  passkeyAdded: ['name', 'userPrincipalName', 'at', 'link'],
  passkeyRemoved: ['name', 'userPrincipalName', 'at', 'link'],
  mailChangeAsked: ['name', 'userPrincipalName', 'at', 'link'],
  mailChanged: ['name', 'userPrincipalName', 'at', 'link'],
  requestAcceptedToAsker: ['name', 'customerName', 'customerDomain', 'country', 'at', 'kind', 'link'],
  requestAcceptedToCustomer: ['name', 'partnerName', 'partnerId', 'country', 'at', 'kind', 'privileges', 'link'],
  requestDeclined: ['name', 'customerName', 'at', 'hasReason', 'reason', 'link'],
  requestExpired: ['name', 'customerName', 'at', 'link'],
  freshLinkAsked: ['name', 'customerName', 'at', 'link'],
  relationshipRemoved: ['name', 'partnerName', 'partnerId', 'at', 'hasPrivileges', 'privileges', 'link'],
  endAsked: ['name', 'customerName', 'customerDomain', 'at', 'dueAt', 'link'],
  endRefused: ['name', 'partnerName', 'partnerId', 'at', 'link'],
  privilegesRemovedToPartner: ['name', 'customerName', 'customerDomain', 'services', 'at', 'link'],
  privilegesRemovedToCustomer: ['name', 'partnerName', 'partnerId', 'services', 'at', 'link'],
  partnerSuspended: ['name', 'tenantName', 'at', 'hasReason', 'reason', 'link'],
  partnerReinstated: ['name', 'tenantName', 'at', 'link'],
  partnerMarkedInDebt: ['name', 'tenantName', 'at', 'blocks', 'link'],
  partnerDebtCleared: ['name', 'tenantName', 'at', 'link'],
  linkDeclined: ['name', 'customerName', 'customerDomain', 'at', 'link'],
  requestBlocked: ['name', 'customerName', 'reason', 'at', 'link'],
  requestExpiring: ['name', 'customerName', 'dueAt', 'link'],
  relationshipEnded: ['name', 'customerName', 'customerDomain', 'at', 'link'],
  partnershipChanged: ['name', 'partnerName', 'what', 'at', 'link'],
  transferToPartner: ['name', 'step', 'customerName', 'partnerName', 'at', 'link'],
  transferToCustomer: ['name', 'fromName', 'toName', 'at', 'link'],
  ownPurchaseToPartner: ['name', 'step', 'customerName', 'offerName', 'count', 'at', 'link'],
  ownPurchaseToCustomer: ['name', 'step', 'partnerName', 'offerName', 'hasReason', 'reason', 'at', 'link'],
  handOverToPartner: ['name', 'step', 'customerName', 'partnerName', 'hasWords', 'words', 'at', 'link'],
  handOverToCustomer: ['name', 'step', 'fromName', 'toName', 'dueAt', 'hasWords', 'words', 'at', 'link'],
  creationRequestChanged: ['name', 'partnerName', 'companyName', 'what', 'hasReason', 'reason', 'at', 'link'],
  leadToPartner: ['name', 'customerName', 'news', 'callMe', 'dueAt', 'link'],
  leadToCustomer: ['name', 'partnerName', 'answer', 'at', 'link'],
  supportContactToPartner: ['name', 'customerName', 'contactName', 'change', 'at', 'link'],
  supportContactToCustomer: ['name', 'contactName', 'change', 'at', 'link'],
  serviceRequestToPartner: ['name', 'customerName', 'title', 'news', 'at', 'link'],
  serviceRequestToCustomer: ['name', 'title', 'news', 'at', 'link'],
  extensionToProvider: ['name', 'partnerName', 'customerName', 'customerDomain', 'at', 'link'],
  extensionToCustomer: ['name', 'fromName', 'toName', 'at', 'link'],
  colleagueInvited: ['name', 'colleague', 'tenantName', 'at', 'link'],
  colleagueJoined: ['name', 'colleague', 'tenantName', 'at', 'link'],
  digest: ['name', 'tenantName', 'count', 'lines', 'link'],
  agreementAttested: ['name', 'partnerName', 'partnerId', 'agreedOn', 'at', 'link'],
  supportAnswered: ['name', 'subject', 'at', 'link'],
  supportClosed: ['name', 'subject', 'at', 'link'],
  testMessage: ['name', 'asker', 'at', 'link'],
} as const satisfies Record<string, readonly string[]>

export type MailTemplate = keyof typeof mailTemplates

/** ICU message format; paragraphs are parted by empty lines. */
export interface MailText {
  readonly subject: string
  readonly body: string
}

export interface MailTexts {
  readonly mails: Readonly<Record<MailTemplate, MailText>>
  readonly greeting: string
  /** under every mail: who sends it and whether answers are read ({answers}: read, unread) */
  readonly footer: string
  /** under every mail to a stranger: how to get no more of them */
  readonly optOut: string
  /** a customer that the partner did not name; begins sentences and subjects */
  readonly unnamedCustomer: string
  /** where a list of privileges is empty */
  readonly noPrivileges: string
}

const catalogues: Record<Language, MailTexts> = { en, es }

export type MailValues<Template extends MailTemplate = MailTemplate> = Readonly<
  Record<Exclude<(typeof mailTemplates)[Template][number], 'secret'>, string | number>
>

/** Where the secret will stand; a private-use character, which no name may hold (domain/names). */
export const secretPlace = '\uE000'

/** Where the link will stand with which a reader wants no more such letters. */
export const optOutPlace = '\uE001'

export interface MailTextOptions {
  /** a paragraph above the footer */
  readonly more?: string | undefined
  /** whether somebody reads what is answered to the mail */
  readonly answers?: 'read' | 'unread'
}

/** Subject and plain text. Facts stand in it as text only; nothing in a value can end a line of the subject. */
export function mailText<Template extends MailTemplate>(language: Language, template: Template, values: MailValues<Template>, { more, answers = 'unread' }: MailTextOptions = {}): { subject: string; text: string } {
  const { mails, greeting, footer, optOut } = catalogues[language]
  const facts = { name: '', ...values, secret: secretPlace, optOut: optOutPlace, answers }
  const format = (message: string) => messageText(language, message, facts)
  const below = [...(more === undefined ? [] : [more]), format(footer), ...(isToStranger(template) ? [format(optOut)] : [])]
  const paragraphs = [...(facts.name === '' ? [] : [format(greeting)]), format(mails[template].body), '-- ', ...below]
  return { subject: oneLine(format(mails[template].subject)), text: `${paragraphs.join('\n\n').replace('-- \n\n', '-- \n')}\n` }
}

export function unnamedCustomer(language: Language): string {
  return catalogues[language].unnamedCustomer
}

export function noPrivileges(language: Language): string {
  return catalogues[language].noPrivileges
}

function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim().slice(0, 200)
}
