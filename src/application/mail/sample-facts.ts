import { countryName, dateFormat } from '../../domain/formats.ts'
import type { Language } from '../../language/languages.ts'
import { type MailTemplate, mailTemplates, type MailValues } from '../../language/mail-text.ts'
import { shownInstant } from './mail-facts.ts'

type Fact = (typeof mailTemplates)[MailTemplate][number]

/** Invented facts, one for each that a letter may name. */
export function sampleFacts<Template extends MailTemplate>(template: Template, language: Language, { publicUrl, now }: { readonly publicUrl: string; readonly now: Date }): MailValues<Template> {
  const instant = (days: number) => shownInstant(new Date(now.getTime() + days * 86_400_000), language, 'Europe/Madrid')
  const facts: Readonly<Record<Exclude<Fact, 'secret'>, string | number>> = {
    name: 'Ana Ferrer',
    colleague: 'Bruno Sanz',
    asker: 'Bruno Sanz',
    subject: { en: 'A question about a request', es: 'Una pregunta sobre una solicitud' }[language],
    title: { en: 'Mail does not arrive', es: 'No llega el correo' }[language],
    userPrincipalName: 'ana.ferrer@fabrikam.example',
    companyName: 'Contoso',
    tenantName: 'Fabrikam',
    customerName: 'Contoso',
    customerDomain: 'contoso.example',
    partnerName: 'Fabrikam',
    offerName: { en: 'Cumulus server, reserved', es: 'Cúmulus, servidor reservado' }[language],
    partnerId: '1a2b3c4d-5e6f-4a7b-8c9d-0e1f2a3b4c5d',
    country: countryName('ES', language),
    privileges: 'Azure Active Directory, Office 365',
    services: 'Office 365',
    kind: 'establish',
    what: 'authorized',
    step: 'agreed',
    change: 'assigned',
    contactName: 'Fabrikam',
    fromName: 'Fabrikam',
    toName: 'Northwind Traders',
    news: 'received',
    callMe: 'yes',
    answer: 'accepted',
    occasion: 'first',
    isVerified: 'yes',
    hasWords: 'yes',
    words: { en: '> We have worked together for years.', es: '> Llevamos años trabajando juntos.' }[language],
    blocks: 'yes',
    hasReason: 'yes',
    hasPrivileges: 'yes',
    reason: { en: 'We buy from somebody else.', es: 'Compramos a otra empresa.' }[language],
    lines: [1, 2].map((days) => `- ${instant(-days)}: ${{ en: 'A request expired without an answer', es: 'Una solicitud caducó sin respuesta' }[language]} (Contoso)`).join('\n'),
    count: 2,
    at: instant(0),
    dueAt: instant(30),
    agreedOn: dateFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(now),
    days: 7,
    hours: 24,
    minutes: 30,
    link: `${publicUrl}/`,
  }
  const named = (mailTemplates[template] as readonly Fact[]).filter((fact) => fact !== 'secret')
  return Object.fromEntries(named.map((fact) => [fact, facts[fact]])) as MailValues<Template>
}
