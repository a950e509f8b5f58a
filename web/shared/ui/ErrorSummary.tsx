import { makeStyles, MessageBar, MessageBarBody, MessageBarTitle, tokens } from '@fluentui/react-components'
import { useEffect, useRef } from 'react'
import { useText } from '../language/LanguageProvider.tsx'

const useStyles = makeStyles({
  bar: { paddingBlock: '8px', ':focus': { outlineStyle: 'none' }, ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` } },
  list: { margin: '4px 0 0', paddingInlineStart: '20px' },
  link: { color: tokens.colorNeutralForeground1, textDecorationLine: 'underline', lineHeight: '24px' },
})

export type FieldError = { fieldId: string; label: string; error: string }

/** After a vain attempt: all errors at once, each leading to its field. Takes the focus at every attempt. */
export function ErrorSummary({ errors, attempt }: { errors: readonly FieldError[]; attempt: number }) {
  const styles = useStyles()
  const { t } = useText()
  const bar = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (attempt > 0) bar.current?.focus()
  }, [attempt])
  if (errors.length === 0) return null
  return (
    <MessageBar ref={bar} tabIndex={-1} intent="error" layout="multiline" className={styles.bar}>
      <MessageBarBody>
        <MessageBarTitle>{t('form.errorSummary', { count: errors.length })}</MessageBarTitle>
        <ul className={styles.list}>
          {errors.map(({ fieldId, label, error }) => (
            <li key={fieldId}>
              <a
                className={styles.link}
                href={`#${fieldId}`}
                onClick={(event) => {
                  event.preventDefault()
                  document.getElementById(fieldId)?.focus()
                }}
              >
                {label}: {error}
              </a>
            </li>
          ))}
        </ul>
      </MessageBarBody>
    </MessageBar>
  )
}
