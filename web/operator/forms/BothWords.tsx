import { Field, Textarea } from '@fluentui/react-components'
import { useText } from '../../shared/language/LanguageProvider.tsx'

/** What is said in both languages of the portals. */
export type Words = { en: string; es: string }

export const noWords: Words = { en: '', es: '' }
export const isWhole = ({ en, es }: Words) => en.trim() !== '' && es.trim() !== ''
export const trimmed = ({ en, es }: Words): Words => ({ en: en.trim(), es: es.trim() })
/** As the interface takes the words on an incident. */
export const sent = ({ en, es }: Words) => ({ wordsEn: en.trim(), wordsEs: es.trim() })

/** The words on an incident, once in each language. */
export function BothWords({ words, onChange }: { words: Words; onChange: (words: Words) => void }) {
  const { t } = useText()
  return (
    <>
      <Field label={t('services.noteEs')} required>
        <Textarea value={words.es} rows={3} maxLength={500} resize="vertical" lang="es" onChange={(_, { value }) => onChange({ ...words, es: value })} />
      </Field>
      <Field label={t('services.noteEn')} required>
        <Textarea value={words.en} rows={3} maxLength={500} resize="vertical" lang="en" onChange={(_, { value }) => onChange({ ...words, en: value })} />
      </Field>
    </>
  )
}
