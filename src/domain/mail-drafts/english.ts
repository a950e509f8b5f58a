import { listed } from '../formats.ts'
import type { LetterTexts, LetterWords, NamedPartner } from './draft-texts.ts'

const named = ({ name, country, partnerId }: NamedPartner): string => `${name}, ${country}, partner ID ${partnerId}`

const privilegesOf = (whose: string, { services, partnersPage }: LetterWords): string =>
  `${whose} can manage users, licenses and settings of ${listed('en', services)} for you. They have no end date; you can remove them at any time under “${partnersPage}”.`

export const english: LetterTexts = {
  subject: {
    establish: ({ partner, provider }) => `Working with ${partner.name}${provider ? ` and ${provider.name}` : ''}`,
    restorePrivileges: ({ partner }) => `${partner.name} asks for admin privileges`,
  },
  subjectOf: {
    first: (subject) => subject,
    reminder: (subject) => `Reminder: ${subject}`,
    freshLink: (subject) => `New link: ${subject}`,
  },
  greeting: ({ customerName }) => (customerName ? `Dear colleagues at ${customerName},` : 'Dear colleagues,'),
  opening: {
    establish: () => 'We would be glad to be your reseller: to order cloud services for you and look after them with you.',
    joint: ({ provider }) =>
      `We and our provider ${provider!.name} would be glad to be your resellers: we look after your cloud services, our provider places the orders.`,
    jointByProvider: ({ partner }) =>
      `We and our reseller ${partner.name} would be glad to be your resellers: ${partner.name} looks after your cloud services, we place the orders.`,
    restorePrivileges: () =>
      'We would be glad to look after your services. For that we need admin privileges, which we do not hold today.',
    reminder: () => 'A while ago we sent you the request below. It is still open, and we would be grateful for an answer, whichever it is.',
    freshLink: () => 'The link we sent you earlier no longer works. Here is a new one for the same request.',
  },
  identity: ({ partner, provider }) => `Who asks: ${named(partner)}${provider ? `; and ${named(provider)}` : ''}.`,
  meaning: {
    establish: () => 'If you accept, we may order subscriptions and services for your organization. What you have today stays as it is.',
    joint: () => 'If you accept, both of us may order subscriptions and services for your organization. What you have today stays as it is.',
    restorePrivileges: () => 'If you accept, we can manage services for you. Our reseller relationship and your subscriptions stay as they are.',
  },
  privileges: {
    asked: (words) => `We also ask for delegated admin privileges: with them ${privilegesOf('our staff', words)}`,
    askedAlone: (words) => `We ask for delegated admin privileges: with them ${privilegesOf('our staff', words)}`,
    askedJointly: (words) =>
      `${words.partner.name} also asks for delegated admin privileges, ${words.provider!.name} does not: with them ${privilegesOf(`the staff of ${words.partner.name}`, words)}`,
    notAsked: () => 'We do not ask for admin privileges: you go on managing your services yourselves.',
  },
  onePartnerPerService: 'For each service only one partner at a time can hold them.',
  agreement: 'If you have not accepted the customer agreement yet, you will be asked to read and accept it in the same step.',
  howToAnswer: ({ portal, billingAdministratorMayAccept }) =>
    `A Global administrator ${billingAdministratorMayAccept ? 'or Billing administrator ' : ''}of your organization can answer this request in the ${portal}. If that is not you, please forward this message.`,
  afterLink: {
    request: ({ validUntil }) => `Valid until ${validUntil}. To say no, choose Decline on that page.`,
    partnerLink: () => 'The link holds no information about you. To say no, choose Decline on that page or do nothing.',
  },
  closing: ({ sender }) => `Kind regards\n${sender.name}`,
}
