/** The languages of screens, mails to people here, and error messages. A missing text in one does not compile. */
export const languages = ['en', 'es'] as const
export type Language = (typeof languages)[number]

export function isLanguage(text: string): text is Language {
  return (languages as readonly string[]).includes(text)
}
