import { makeStyles, tokens } from '@fluentui/react-components'
import type { FluentIcon } from '@fluentui/react-icons'
import type { ReactNode } from 'react'

const useStyles = makeStyles({
  box: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    textAlign: 'center',
    padding: '40px 24px',
    color: tokens.colorNeutralForeground2,
  },
  icon: { fontSize: '40px', color: tokens.colorNeutralForeground3, marginBottom: '12px' },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground1 },
  words: { margin: '4px 0 0', maxWidth: '56ch', lineHeight: tokens.lineHeightBase300 },
  acts: { display: 'flex', flexWrap: 'wrap', justifyContent: 'center', gap: '8px', marginTop: '20px' },
})

export type EmptyStateProps = {
  title: string
  /** Why it is empty, or what will stand here. */
  children?: ReactNode
  icon?: FluentIcon
  acts?: ReactNode
}

/** Nothing to show, said plainly, with the next step where there is one. */
export function EmptyState({ title, children, icon: Icon, acts }: EmptyStateProps) {
  const styles = useStyles()
  return (
    <div className={styles.box}>
      {Icon && <Icon className={styles.icon} aria-hidden="true" />}
      <p className={styles.title}>{title}</p>
      {children && <div className={styles.words}>{children}</div>}
      {acts && <div className={styles.acts}>{acts}</div>}
    </div>
  )
}
