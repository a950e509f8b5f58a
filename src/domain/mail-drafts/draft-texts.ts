import type { DraftKind, DraftOccasion } from './draft.ts'

/** One partner as a letter names it: country in words. */
export interface NamedPartner {
  readonly name: string
  readonly country: string
  readonly partnerId: string
}

/** What the sentences of a letter are made of; everything already in the letter's language. */
export interface LetterWords {
  readonly partner: NamedPartner
  readonly provider?: NamedPartner
  /** who writes and signs: the partner or, where it asks for its reseller, the provider */
  readonly sender: NamedPartner
  readonly customerName?: string
  /** Where the customer accepts, and the page on which it sees its partners. */
  readonly portal: string
  readonly partnersPage: string
  /** The services on which privileges are asked. */
  readonly services: readonly string[]
  readonly billingAdministratorMayAccept: boolean
  readonly validUntil?: string
}

/**
 * The sentences of a letter in one language: our own words, warm, precise and plain. And short: an ordinary letter
 * must fit the 1,900 encoded characters that mail programs open reliably (mailto-url.ts).
 */
export interface LetterTexts {
  readonly subject: Readonly<Record<DraftKind, (words: LetterWords) => string>>
  readonly subjectOf: Readonly<Record<DraftOccasion, (subject: string) => string>>
  readonly greeting: (words: LetterWords) => string
  readonly opening: Readonly<Record<DraftKind | 'joint' | 'jointByProvider' | 'reminder' | 'freshLink', (words: LetterWords) => string>>
  readonly identity: (words: LetterWords) => string
  readonly meaning: Readonly<Record<DraftKind | 'joint', (words: LetterWords) => string>>
  readonly privileges: Readonly<Record<'asked' | 'askedAlone' | 'askedJointly' | 'notAsked', (words: LetterWords) => string>>
  readonly onePartnerPerService: string
  readonly agreement: string
  readonly howToAnswer: (words: LetterWords) => string
  readonly afterLink: Readonly<Record<'request' | 'partnerLink', (words: LetterWords) => string>>
  readonly closing: (words: LetterWords) => string
}
