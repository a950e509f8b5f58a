/** The languages in which some cloud lets an agreement be signed. */
const languages = ['en', 'es', 'de', 'zh-Hans'] as const

export type AgreementLanguage = (typeof languages)[number]
export type TextFieldName = `title.${AgreementLanguage}` | `body.${AgreementLanguage}`

export const titleName = (language: string): TextFieldName => `title.${language as AgreementLanguage}`
export const bodyName = (language: string): TextFieldName => `body.${language as AgreementLanguage}`

export const emptyTexts = Object.fromEntries(languages.flatMap((language) => [[titleName(language), ''], [bodyName(language), '']])) as Record<TextFieldName, string>

/** The languages that were filled in. A body goes out letter by letter: what is signed is the hash of its bytes. */
export function textsOf(values: Record<TextFieldName, string>, offered: readonly string[]) {
  return offered
    .map((language) => ({ language, title: values[titleName(language)].trim(), body: values[bodyName(language)] }))
    .filter(({ title, body }) => title !== '' && body.trim() !== '')
}

/** The languages that were begun, for a draft. */
export function begunTexts(values: Record<TextFieldName, string>, offered: readonly string[]) {
  return offered
    .map((language) => ({ language, title: values[titleName(language)].trim(), body: values[bodyName(language)].trim() === '' ? '' : values[bodyName(language)] }))
    .filter(({ title, body }) => title !== '' || body !== '')
}

/** A draft's texts as fields of the form. */
export function valuesOfTexts(texts: readonly { language: string; title: string; body: string }[]): Partial<Record<TextFieldName, string>> {
  return Object.fromEntries(texts.flatMap(({ language, title, body }) => [[titleName(language), title], [bodyName(language), body]]))
}
