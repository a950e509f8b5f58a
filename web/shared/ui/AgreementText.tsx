import { makeStyles, tokens } from '@fluentui/react-components'

const useStyles = makeStyles({
  region: {
    boxSizing: 'border-box',
    padding: '16px 20px',
    maxHeight: 'max(420px, calc(100vh - 260px))',
    overflowY: 'auto',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground2,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
  title: { margin: '0 0 12px', fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: tokens.fontWeightSemibold },
  body: { margin: 0, whiteSpace: 'pre-wrap', lineHeight: '22px', overflowWrap: 'anywhere', maxWidth: '80ch' },
})

export type AgreementTextProps = { label: string; title: string; body: string; language: string }

/** The text exactly as it was published, in its own language; to be reached and scrolled by the keyboard as well. */
export function AgreementText({ label, title, body, language }: AgreementTextProps) {
  const styles = useStyles()
  return (
    // A region that scrolls must be reachable by the keyboard (WCAG 2.1.1).
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section aria-label={label} tabIndex={0} className={styles.region}>
      <div lang={language}>
        <h3 className={styles.title}>{title}</h3>
        <p className={styles.body}>{body}</p>
      </div>
    </section>
  )
}
