import { listed } from '../formats.ts'
import type { LetterTexts, LetterWords, NamedPartner } from './draft-texts.ts'

const named = ({ name, country, partnerId }: NamedPartner): string => `${name}, ${country}, Partner-ID ${partnerId}`

const privilegesOf = (whose: string, { services, partnersPage }: LetterWords): string =>
  `kann ${whose} für Sie Benutzer, Lizenzen und Einstellungen von ${listed('de', services)} verwalten. Die Rechte haben kein Enddatum; entfernen können Sie sie jederzeit unter „${partnersPage}“.`

export const german: LetterTexts = {
  subject: {
    establish: ({ partner, provider }) => `Zusammenarbeit mit ${partner.name}${provider ? ` und ${provider.name}` : ''}`,
    restorePrivileges: ({ partner }) => `${partner.name} bittet um Administratorrechte`,
  },
  subjectOf: {
    first: (subject) => subject,
    reminder: (subject) => `Erinnerung: ${subject}`,
    freshLink: (subject) => `Neuer Link: ${subject}`,
  },
  greeting: ({ customerName }) => (customerName ? `Guten Tag, liebes Team von ${customerName},` : 'Guten Tag,'),
  opening: {
    establish: () => 'gern wären wir Ihr Handelspartner: Wir bestellen Clouddienste für Sie und betreuen sie mit Ihnen.',
    joint: ({ provider }) =>
      `gern wären wir und unser Anbieter ${provider!.name} Ihre Handelspartner: Wir betreuen Ihre Clouddienste, unser Anbieter gibt die Bestellungen auf.`,
    jointByProvider: ({ partner }) =>
      `gern wären wir und unser Wiederverkäufer ${partner.name} Ihre Handelspartner: ${partner.name} betreut Ihre Clouddienste, wir geben die Bestellungen auf.`,
    restorePrivileges: () =>
      'gern würden wir Ihre Dienste betreuen. Dafür brauchen wir Administratorrechte, die wir derzeit nicht haben.',
    reminder: () => 'vor einiger Zeit haben wir Ihnen diese Anfrage geschickt. Sie ist noch offen, und wir freuen uns über jede Antwort.',
    freshLink: () => 'der Link aus unserer früheren Nachricht funktioniert nicht mehr. Hier ist ein neuer für dieselbe Anfrage.',
  },
  identity: ({ partner, provider }) => `Wer anfragt: ${named(partner)}${provider ? `; sowie ${named(provider)}` : ''}.`,
  meaning: {
    establish: () => 'Wenn Sie annehmen, dürfen wir Abonnements und Dienste für Ihre Organisation bestellen. Was Sie heute haben, bleibt.',
    joint: () => 'Wenn Sie annehmen, dürfen wir beide Abonnements und Dienste für Ihre Organisation bestellen. Was Sie heute haben, bleibt.',
    restorePrivileges: () => 'Wenn Sie annehmen, können wir Dienste für Sie verwalten. Die Handelsbeziehung und Ihre Abonnements ändern sich nicht.',
  },
  privileges: {
    asked: (words) => `Wir bitten auch um delegierte Administratorrechte: Damit ${privilegesOf('unser Personal', words)}`,
    askedAlone: (words) => `Wir bitten um delegierte Administratorrechte: Damit ${privilegesOf('unser Personal', words)}`,
    askedJointly: (words) =>
      `${words.partner.name} bittet auch um delegierte Administratorrechte, ${words.provider!.name} nicht: Damit ${privilegesOf(`das Personal von ${words.partner.name}`, words)}`,
    notAsked: () => 'Wir bitten nicht um Administratorrechte: Sie verwalten Ihre Dienste weiterhin selbst.',
  },
  onePartnerPerService: 'Je Dienst kann immer nur ein Partner diese Rechte haben.',
  agreement: 'Falls Sie den Kundenvertrag noch nicht angenommen haben, werden Sie im selben Schritt darum gebeten.',
  howToAnswer: ({ portal, billingAdministratorMayAccept }) =>
    `Ein globaler Administrator ${billingAdministratorMayAccept ? 'oder Abrechnungsadministrator ' : ''}Ihrer Organisation kann im Portal „${portal}“ antworten. Sind Sie das nicht, leiten Sie diese Nachricht bitte weiter.`,
  afterLink: {
    request: ({ validUntil }) => `Gültig bis ${validUntil}. Wenn Sie nicht möchten, wählen Sie dort „Ablehnen“.`,
    partnerLink: () => 'Der Link enthält keine Angaben über Sie. Wenn Sie nicht möchten, wählen Sie auf der Seite „Ablehnen“ oder tun Sie nichts.',
  },
  closing: ({ sender }) => `Mit freundlichen Grüßen\n${sender.name}`,
}
