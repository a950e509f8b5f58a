import { localName } from '../clouds/cloud-rules.ts'
import type { CustomerLanguage } from '../countries.ts'
import { countryName, dateFormat } from '../formats.ts'
import { chinese } from './chinese.ts'
import type { DraftFacts, DraftParagraph, DraftPartner, MailDraft } from './draft.ts'
import type { LetterTexts, LetterWords, NamedPartner } from './draft-texts.ts'
import { english } from './english.ts'
import { german } from './german.ts'
import { spanish } from './spanish.ts'

const letters: Readonly<Record<CustomerLanguage, LetterTexts>> = { en: english, es: spanish, de: german, 'zh-Hans': chinese }

/** The mail a partner sends with its link. draftLanguage (clouds/cloud-rules.ts) says in which language. */
export function composeDraft(facts: DraftFacts, language: CustomerLanguage): MailDraft {
  const texts = letters[language]
  const words = letterWords(facts, language)
  const before = [
    texts.greeting(words),
    opening(facts, texts, words),
    texts.identity(words),
    texts.meaning[facts.kind === 'establish' && facts.provider ? 'joint' : facts.kind](words),
    privileges(facts, texts, words, language),
    ...(facts.manifest.customerAgreement === 'required' && !facts.agreementAccepted ? [texts.agreement] : []),
    texts.howToAnswer(words),
  ]
  const after = [texts.afterLink[facts.validUntil ? 'request' : 'partnerLink'](words), texts.closing(words)]
  const paragraphs = [
    ...before.map((text, index) => paragraph(text, isEditable(facts, index))),
    { text: facts.link, kind: 'link', editable: false } as const,
    ...after.map((text) => paragraph(text, isEditable(facts, before.length))),
  ]
  return {
    language,
    subject: texts.subjectOf[facts.occasion](texts.subject[facts.kind](words)),
    paragraphs,
    text: draftText(paragraphs),
  }
}

export function draftText(paragraphs: readonly DraftParagraph[]): string {
  return paragraphs.map(({ text }) => text).join('\n\n')
}

function paragraph(text: string, editable: boolean): DraftParagraph {
  return { text, kind: 'text', editable }
}

function isEditable({ manifest }: DraftFacts, index: number): boolean {
  return manifest.draftEditing === 'allButLink' || index < 2
}

// A reminder and a fresh link open with why they come; what is asked follows in the paragraphs that all letters share.
function opening(facts: DraftFacts, texts: LetterTexts, words: LetterWords): string {
  if (facts.occasion !== 'first') return texts.opening[facts.occasion](words)
  const joint = facts.isAskedByProvider ? 'jointByProvider' : 'joint'
  return texts.opening[facts.kind === 'establish' && facts.provider ? joint : facts.kind](words)
}

function privileges(facts: DraftFacts, texts: LetterTexts, words: LetterWords, language: CustomerLanguage): string {
  if (!facts.asksPrivileges) return texts.privileges.notAsked(words)
  const alone = facts.kind === 'restorePrivileges'
  const asked = texts.privileges[alone ? 'askedAlone' : facts.provider ? 'askedJointly' : 'asked'](words)
  const space = language === 'zh-Hans' ? '' : ' '
  return facts.manifest.oneDapPartnerPerService === true ? `${asked}${space}${texts.onePartnerPerService}` : asked
}

function letterWords(facts: DraftFacts, language: CustomerLanguage): LetterWords {
  const { manifest } = facts
  return {
    partner: named(facts.partner, language),
    ...(facts.provider && { provider: named(facts.provider, language) }),
    sender: named(facts.isAskedByProvider && facts.provider ? facts.provider : facts.partner, language),
    ...(facts.customerName !== undefined && { customerName: facts.customerName }),
    portal: localName(manifest.customerPortalName, language),
    partnersPage: localName(manifest.partnerRelationshipsPageName, language),
    services: manifest.services.map((service) => localName(service.name, language)),
    billingAdministratorMayAccept: manifest.billingAdministratorMayAccept,
    ...(facts.validUntil && { validUntil: deadline(facts.validUntil, language) }),
  }
}

function named({ name, country, partnerId }: DraftPartner, language: CustomerLanguage): NamedPartner {
  return { name, country: countryName(country, language), partnerId }
}

/** Every deadline is shown with its zone; by offset, which needs no knowledge of abbreviations. */
function deadline({ at, timeZone }: NonNullable<DraftFacts['validUntil']>, language: CustomerLanguage): string {
  const format = dateFormat(language, {
    timeZone,
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'shortOffset',
  })
  return format.format(at)
}
