import type { Catalogue } from './messages/en.ts'

/** The languages of the portals. A further one is one row here and one folder of messages. */
export const languages = {
  en: { name: 'English', direction: 'ltr', load: () => import('./messages/en.ts').then((file) => file.en as Catalogue) },
  es: { name: 'Español', direction: 'ltr', load: () => import('./messages/es.ts').then((file) => file.es) },
} as const satisfies Record<string, { name: string; direction: 'ltr' | 'rtl'; load: () => Promise<Catalogue> }>

export type Language = keyof typeof languages

export function isLanguage(value: unknown): value is Language {
  return typeof value === 'string' && Object.hasOwn(languages, value)
}

/** Signed-in person's profile, else the choice saved in this browser, else the browser's list, else English. */
export function chooseLanguage(wishes: {
  profile?: string | null
  saved?: string | null
  browser: readonly string[]
}): Language {
  const wanted = [wishes.profile, wishes.saved, ...wishes.browser]
  for (const tag of wanted) {
    const language = tag?.toLowerCase().split('-')[0]
    if (isLanguage(language)) return language
  }
  return 'en'
}

/** The reader's own region for dates and numbers, where the browser names one for this language. */
export function localeOf(language: Language, browser: readonly string[]): string {
  return browser.find((tag) => tag.toLowerCase().split('-')[0] === language) ?? language
}
