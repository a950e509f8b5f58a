import { makeStyles, tokens } from '@fluentui/react-components'
import { useId, type ReactNode } from 'react'

const useStyles = makeStyles({
  section: { ':not(:first-child)': { marginTop: '24px' } },
  title: { margin: '0 0 10px', fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300, fontWeight: tokens.fontWeightSemibold },
})

export type SectionProps = { title: ReactNode; /** 2 where no panel stands around it. */ level?: 2 | 3; children: ReactNode }

/** A part with a heading of its own, inside a panel or a dialog. */
export function Section({ title, level = 3, children }: SectionProps) {
  const styles = useStyles()
  const id = useId()
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <section aria-labelledby={id} className={styles.section}>
      <Heading id={id} className={styles.title}>
        {title}
      </Heading>
      {children}
    </section>
  )
}
