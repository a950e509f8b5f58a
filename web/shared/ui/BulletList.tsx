import { makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'

const useStyles = makeStyles({
  list: { margin: 0, paddingInlineStart: '20px', display: 'flex', flexDirection: 'column', rowGap: '6px', lineHeight: tokens.lineHeightBase300 },
})

/** Sentences below each other. */
export function BulletList({ items }: { items: readonly ReactNode[] }) {
  const styles = useStyles()
  return (
    <ul className={styles.list}>
      {items.map((item, place) => (
        // The sentences of one list never change places.
        <li key={place}>{item}</li>
      ))}
    </ul>
  )
}
