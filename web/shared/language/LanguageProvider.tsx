import { createContext, use, useCallback, useEffect, useMemo, useState, type ReactNode } from 'react'
import { createFormats, type Formats } from './formats.ts'
import { languages, localeOf, type Language } from './languages.ts'
import type { Catalogue } from './messages/en.ts'
import { createTexts, type Texts } from './translate.ts'

type Spoken = {
  language: Language
  choose: (language: Language) => Promise<void>
  texts: Texts
  formats: Formats
}

const SpokenContext = createContext<Spoken | null>(null)

export type LanguageProviderProps = {
  /** Loaded before the first drawing, so that no page flashes in another language. */
  first: { language: Language; catalogue: Catalogue }
  timeZone: string
  children: ReactNode
}

/** Gives the texts and formats of one reader, and keeps `<html lang dir>` true. */
export function LanguageProvider({ first, timeZone, children }: LanguageProviderProps) {
  const [current, setCurrent] = useState(first)

  const choose = useCallback(async (language: Language) => {
    const catalogue = await languages[language].load()
    saveLanguage(language)
    setCurrent({ language, catalogue })
  }, [])

  useEffect(() => {
    document.documentElement.lang = current.language
    document.documentElement.dir = languages[current.language].direction
  }, [current.language])

  const spoken = useMemo<Spoken>(() => {
    const locale = localeOf(current.language, navigator.languages)
    return {
      language: current.language,
      choose,
      texts: createTexts(current.catalogue, locale),
      formats: createFormats(locale, timeZone),
    }
  }, [current, choose, timeZone])

  return <SpokenContext value={spoken}>{children}</SpokenContext>
}

const savedAs = 'vinculo.language'

export function savedLanguage(): string | null {
  try {
    return localStorage.getItem(savedAs)
  } catch {
    return null // storage may be switched off; then the browser's own languages decide
  }
}

function saveLanguage(language: Language): void {
  try {
    localStorage.setItem(savedAs, language)
  } catch {
    // see savedLanguage
  }
}

function useSpoken(): Spoken {
  const spoken = use(SpokenContext)
  if (!spoken) throw new TypeError('LanguageProvider is missing above this component')
  return spoken
}

/** `t('customers.title')`, `t('table.rows', { count })`; `rich` for messages with tags. */
export const useText = (): Texts => useSpoken().texts

/** Dates, numbers and names in the reader's language and the tenant's time zone. */
export const useFormats = (): Formats => useSpoken().formats

export function useLanguage(): Pick<Spoken, 'language' | 'choose'> {
  return useSpoken()
}

/** A name of the cloud manifest in the reader's language, else in English. */
export function useLocalName(): (name: { readonly en: string }) => string {
  const { language } = useSpoken()
  return (name) => (name as Readonly<Record<string, string | undefined>>)[language] ?? name.en
}
