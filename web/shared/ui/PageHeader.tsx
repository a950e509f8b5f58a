import { makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { useArrival } from './arrival.tsx'
import { useOwnHeading } from './PlaceHeading.tsx'

const useStyles = makeStyles({
  header: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    justifyContent: 'space-between',
    columnGap: '24px',
    rowGap: '12px',
    marginBottom: '24px',
  },
  words: { minWidth: 0, flex: '1 1 320px' },
  crumbs: { marginBottom: '6px', fontSize: tokens.fontSizeBase200 },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
    fontWeight: tokens.fontWeightSemibold,
    letterSpacing: '-0.01em',
    overflowWrap: 'anywhere',
    // Focused only to be read from here on; it cannot be operated, so it shows no ring.
    ':focus': { outlineStyle: 'none' },
  },
  intro: { margin: '4px 0 0', maxWidth: '72ch', color: tokens.colorNeutralForeground2, lineHeight: tokens.lineHeightBase300 },
  beside: { display: 'inline-flex', flexWrap: 'wrap', gap: '8px', alignItems: 'center', verticalAlign: 'middle' },
  // A space and no margin: where the badges do not fit beside the title they begin the next line at its edge.
  gap: { wordSpacing: '6px' },
  acts: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
})

export type PageHeaderProps = {
  title: string
  /** For the browser's tab, where the heading alone does not tell pages apart. */
  tabTitle?: string
  /** One sentence that says what the page is for. */
  intro?: ReactNode
  /** The way back up, drawn above the title. */
  above?: ReactNode
  /** Badges that belong to the title. */
  beside?: ReactNode
  /** Buttons of the page; the most important one last. */
  acts?: ReactNode
}

/** The only h1 of a page. */
export function PageHeader({ title, tabTitle = title, intro, above, beside, acts }: PageHeaderProps) {
  const styles = useStyles()
  const heading = useArrival(tabTitle)
  useOwnHeading()
  return (
    <header className={styles.header}>
      <div className={styles.words}>
        {above && <div className={styles.crumbs}>{above}</div>}
        <div>
          <h1 ref={heading} tabIndex={-1} className={styles.title}>
            {title}
            {beside && (
              <>
                <span className={styles.gap}> </span>
                <span className={styles.beside}>{beside}</span>
              </>
            )}
          </h1>
        </div>
        {intro && <p className={styles.intro}>{intro}</p>}
      </div>
      {acts && <div className={styles.acts}>{acts}</div>}
    </header>
  )
}
