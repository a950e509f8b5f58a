import { countryName, dateFormat } from '../formats.ts'
import { draftText } from '../mail-drafts/compose-draft.ts'
import type { DraftPartner, MailDraft } from '../mail-drafts/draft.ts'
import type { PartnershipLanguage } from './partnership.ts'

/** What the provider's letter is made of. */
export interface PartnershipLetterFacts {
  readonly provider: DraftPartner
  readonly resellerName: string | null
  readonly link: string
  readonly validUntil: { readonly at: Date; readonly timeZone: string }
}

interface Words {
  readonly provider: string
  readonly country: string
  readonly partnerId: string
  readonly reseller: string | null
  readonly validUntil: string
}

interface LetterTexts {
  readonly subject: (words: Words) => string
  readonly before: readonly ((words: Words) => string)[]
  readonly after: readonly ((words: Words) => string)[]
}

const texts: Readonly<Record<PartnershipLanguage, LetterTexts>> = {
  en: {
    subject: ({ provider }) => `A partnership with ${provider}`,
    before: [
      ({ reseller }) => (reseller ? `Dear team of ${reseller},` : 'Good morning,'),
      () => 'We would like to be your indirect provider: you look after your customers, and we place their orders and stand behind you.',
      ({ provider, country, partnerId }) => `Who asks: ${provider}, ${country}, partner id ${partnerId}.`,
      () =>
        'If you authorise us, we may place orders and add subscriptions for customers that have both of us, and our staff gets administrative access to your own organization. You can take that access back at any time. Your customers are not shared with us by this.',
      () => 'A global admin of your partner account can answer. If that is not you, please forward this message.',
    ],
    after: [({ validUntil }) => `Valid until ${validUntil}. To say no, choose Decline on that page.`, ({ provider }) => `Kind regards,\n${provider}`],
  },
  es: {
    subject: ({ provider }) => `Una asociación con ${provider}`,
    before: [
      ({ reseller }) => (reseller ? `Estimado equipo de ${reseller}:` : 'Buenos días:'),
      () => 'Nos gustaría ser su proveedor indirecto: ustedes cuidan de sus clientes y nosotros tramitamos los pedidos y los respaldamos.',
      ({ provider, country, partnerId }) => `Quién lo solicita: ${provider}, ${country}, id. de partner ${partnerId}.`,
      () =>
        'Si nos autorizan, podremos hacer pedidos y agregar suscripciones para los clientes que tengan relación con ambos, y nuestro personal tendrá acceso de administración a su propia organización. Pueden quitar ese acceso cuando quieran. Con esto no compartimos sus clientes.',
      () => 'Un administrador global de su cuenta de partner puede responder. Si no es usted, por favor, reenvíe este mensaje.',
    ],
    after: [({ validUntil }) => `Válido hasta el ${validUntil}. Para decir que no, elijan Rechazar en esa página.`, ({ provider }) => `Un cordial saludo,\n${provider}`],
  },
}

/** The mail a provider sends with its link (G 4); everything but the link is the provider's to change. */
export function composePartnershipLetter({ provider, resellerName, link, validUntil }: PartnershipLetterFacts, language: PartnershipLanguage): MailDraft {
  const words: Words = {
    provider: provider.name,
    country: countryName(provider.country, language),
    partnerId: provider.partnerId,
    reseller: resellerName,
    validUntil: deadline(validUntil, language),
  }
  const { subject, before, after } = texts[language]
  const paragraph = (say: (words: Words) => string) => ({ text: say(words), kind: 'text', editable: true }) as const
  const paragraphs = [...before.map(paragraph), { text: link, kind: 'link', editable: false } as const, ...after.map(paragraph)]
  return { language, subject: subject(words), paragraphs, text: draftText(paragraphs) }
}

/** With its zone, by offset. */
function deadline({ at, timeZone }: PartnershipLetterFacts['validUntil'], language: PartnershipLanguage): string {
  const shape = { timeZone, day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZoneName: 'shortOffset' } as const
  return dateFormat(language, shape).format(at)
}
