import type { CapabilityManifest } from '../clouds/manifest.ts'
import { DomainError } from '../errors.ts'

export interface AgreementTextDraft {
  readonly language: string
  readonly title: string
  readonly body: string
}

const longestTitle = 200
/** In code points; some hundred pages. */
const longestBody = 500_000

/**
 * What a version may consist of: one text for each language, in languages in which the cloud lets it be signed.
 * Texts are taken exactly as they come, because what is signed is the hash of their bytes.
 */
export function checkTexts(manifest: CapabilityManifest, texts: readonly AgreementTextDraft[]): void {
  if (manifest.customerAgreement === 'none') throw refused(`The cloud ${manifest.id} asks its customers for no agreement.`, 'cloudWithoutAgreement', 'cloud')
  const stray = texts.map(({ language }) => language).find((language) => !(manifest.agreementLanguages as readonly string[]).includes(language))
  if (stray !== undefined) {
    throw refused(`In the cloud ${manifest.id} the agreement is signed in ${manifest.agreementLanguages.join(', ')}.`, 'agreementLanguageNotOffered', 'texts')
  }
  checkTextForms(texts)
}

/** A draft may be incomplete, but not in a language in which it could never be signed, nor with what cannot be seen. */
export function checkDraftTexts(manifest: CapabilityManifest, texts: readonly AgreementTextDraft[]): void {
  const finished = texts.filter(({ title, body }) => title.trim() !== '' && body.trim() !== '')
  if (finished.length > 0) checkTexts(manifest, finished)
  if (new Set(texts.map(({ language }) => language)).size !== texts.length) throw refused('There is one text for each language.', 'agreementLanguageTwice', 'texts')
  const isBlank = (text: string) => text !== '' && text.trim() === ''
  if (texts.some(({ title, body }) => [title, body].some((text) => hidden.test(text) || isBlank(text)))) throw refused('A text is plain.', 'agreementTextForm', 'texts')
}

/** What holds of every agreement, the partner's too: one text for each language, and nothing in it that cannot be seen. */
export function checkTextForms(texts: readonly AgreementTextDraft[]): void {
  if (texts.length === 0) throw refused('A version needs at least one text.', 'agreementTextMissing', 'texts')
  const languages = texts.map(({ language }) => language)
  if (new Set(languages).size !== languages.length) throw refused('There is one text for each language.', 'agreementLanguageTwice', 'texts')
  for (const { title, body } of texts) {
    if (title.trim() === '' || title.length > longestTitle || hidden.test(title) || title.includes('\n')) throw refused(`A title is one line of at most ${longestTitle} characters.`, 'agreementTitleForm', 'texts')
    if (body.trim() === '' || body.length > longestBody || hidden.test(body)) throw refused('A text is plain: letters, line breaks and tabs, nothing that cannot be seen.', 'agreementTextForm', 'texts')
  }
}

// A signer has to see what is signed: no control characters beside line ends and tabs, nothing that turns the direction, no halves of characters.
const hidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\p{Bidi_Control}\p{Cs}\u200b\u2060\ufeff]/u

function refused(message: string, reason: string, field: string): DomainError {
  return new DomainError('invalidInput', message, { reason, field })
}
