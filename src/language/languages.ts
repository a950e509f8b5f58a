/** The languages of screens, mails to people here, and error messages. A missing text in one does not compile. */
export const languages = ['en', 'es'] as const
export type Language = (typeof languages)[number]

/** In which a letter is written that is wished for in that language: English where there is none in it. */
export function spokenLanguage(wished: string): Language {
  return languages.find((one) => one === wished) ?? 'en'
}

export function isLanguage(text: string): text is Language {
  return (languages as readonly string[]).includes(text)
}
