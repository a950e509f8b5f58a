import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { api } from '../api/api.ts'
import { readAgain } from '../api/query-client.ts'
import { useRenewSession, useSession } from '../api/session.ts'
import { useLanguage } from '../language/LanguageProvider.tsx'
import { isLanguage, languages, type Language } from '../language/languages.ts'

/** The language switch of the bar: changes this page at once, and the profile of a signed-in person. */
export function useLanguageMenu() {
  const { language, choose } = useLanguage()
  const session = useSession()
  const renew = useRenewSession()
  const queryClient = useQueryClient()

  const onLanguage = useCallback(
    async (tag: string) => {
      if (!isLanguage(tag)) return
      await choose(tag)
      // Where the profile cannot be saved now, the choice still holds in this browser.
      if (session.signedIn) await saveInProfile(tag).then(renew, () => undefined)
      // Answers carry words too, refusals above all.
      await readAgain(queryClient)
    },
    [choose, renew, session.signedIn, queryClient],
  )

  const choices = Object.entries(languages).map(([tag, { name }]) => ({ tag, name }))
  return { languages: choices, language, onLanguage: (tag: string) => void onLanguage(tag) }
}

/** The switch changes one word of the profile, whatever else was changed there in the meantime. */
async function saveInProfile(language: Language): Promise<void> {
  const { etag } = await api.getVersioned('/me')
  await api.patch('/me', { body: { language }, ifMatch: etag })
}
