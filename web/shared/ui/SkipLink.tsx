import { makeStyles, tokens } from '@fluentui/react-components'
import { useText } from '../language/LanguageProvider.tsx'

const useStyles = makeStyles({
  skip: {
    position: 'fixed',
    insetInlineStart: '8px',
    top: '-64px',
    zIndex: 30,
    padding: '10px 16px',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorBrandForegroundLink,
    boxShadow: tokens.shadow8,
    ':focus': { top: '6px', outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
})

/** First stop of the keyboard: past the bar and the navigation. */
export function SkipLink() {
  const styles = useStyles()
  const { t } = useText()
  const skip = (event: { preventDefault(): void }) => {
    event.preventDefault()
    document.getElementById('main')?.focus()
  }
  return (
    <a className={styles.skip} href="#main" onClick={skip}>
      {t('shell.skipToContent')}
    </a>
  )
}
