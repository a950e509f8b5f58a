import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useId, type ReactNode } from 'react'

const useStyles = makeStyles({
  panel: {
    boxSizing: 'border-box',
    padding: '20px 24px 24px',
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    marginBottom: '20px',
    '@media (max-width: 640px)': { padding: '16px' },
  },
  flush: { padding: 0, overflow: 'clip', '@media (max-width: 640px)': { padding: 0 } },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', justifyContent: 'space-between', gap: '8px 16px', marginBottom: '14px' },
  title: { margin: 0, minWidth: 0, overflowWrap: 'anywhere', fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: tokens.fontWeightSemibold },
  acts: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
})

export type PanelProps = { title?: string; acts?: ReactNode; isFlush?: boolean; children: ReactNode }

/** A sheet on the page with a heading of its own. `isFlush` for lists that reach its edges. */
export function Panel({ title, acts, isFlush = false, children }: PanelProps) {
  const styles = useStyles()
  const id = useId()
  return (
    <section aria-labelledby={title ? id : undefined} className={mergeClasses(styles.panel, isFlush && styles.flush)}>
      {title && (
        <div className={styles.head}>
          <h2 id={id} className={styles.title}>
            {title}
          </h2>
          {acts && <div className={styles.acts}>{acts}</div>}
        </div>
      )}
      {children}
    </section>
  )
}
