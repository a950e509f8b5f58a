import { makeStyles, Select, tokens } from '@fluentui/react-components'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import type { Letters } from '../../../src/http/portal/operator-letters.ts'
import { api } from '../../shared/api/api.ts'
import { useLanguage, useText } from '../../shared/language/LanguageProvider.tsx'
import { languages, type Language } from '../../shared/language/languages.ts'
import { Loaded } from '../../shared/portal/Loaded.tsx'
import { PageHeader } from '../../shared/ui/PageHeader.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { QuietText } from '../../shared/ui/Stack.tsx'
import { useMailKind } from '../parts/use-mail-kind.ts'

const lettersQuery = (language: Language) =>
  queryOptions({ queryKey: ['letters', language], queryFn: ({ signal }) => api.get<Letters>('/operator/letters', { query: { language }, signal }) })

const useStyles = makeStyles({
  choice: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px 12px', marginBottom: '16px' },
  text: {
    margin: 0,
    maxWidth: '76ch',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
  },
  kind: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
})

/** Every letter word for word, as text: nothing in it is followed or run. */
export function LettersPage() {
  const styles = useStyles()
  const { t } = useText()
  const own = useLanguage().language
  const kindOf = useMailKind()
  const [chosen, choose] = useState<Language>(own)
  const letters = useQuery(lettersQuery(chosen))
  const id = useId()
  return (
    <>
      <PageHeader title={t('letters.title')} intro={t('letters.intro')} />
      <div className={styles.choice}>
        <label htmlFor={id}>{t('letters.language')}</label>
        <Select id={id} value={chosen} onChange={(_, { value }) => choose(value as Language)}>
          {Object.entries(languages).map(([tag, { name }]) => (
            <option key={tag} value={tag} lang={tag}>
              {name}
            </option>
          ))}
        </Select>
        <QuietText>{t('letters.secret')}</QuietText>
      </div>
      <Loaded isPart query={letters}>
        {({ items }) =>
          items.map(({ template, subject, text }) => (
            <Panel key={template} title={subject} acts={<span className={styles.kind}>{kindOf(template)}</span>}>
              <pre className={styles.text} lang={chosen}>
                {text}
              </pre>
            </Panel>
          ))
        }
      </Loaded>
    </>
  )
}
