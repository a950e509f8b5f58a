import { isLanguage, type Language } from '../../language/languages.ts'

/** The first of these that we speak: the person's, then the tenant's; English where neither is. */
export function mailLanguage(...wanted: readonly (string | null | undefined)[]): Language {
  return wanted.find((language): language is Language => language != null && isLanguage(language)) ?? 'en'
}
