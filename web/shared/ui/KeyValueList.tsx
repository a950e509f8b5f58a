import { makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'

const useStyles = makeStyles({
  frame: { containerType: 'inline-size' },
  list: {
    display: 'grid',
    gridTemplateColumns: 'minmax(140px, max-content) minmax(0, 1fr)',
    columnGap: '24px',
    rowGap: '10px',
    margin: 0,
    '@container (max-width: 460px)': { gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '2px' },
  },
  key: { color: tokens.colorNeutralForeground3, lineHeight: tokens.lineHeightBase300, maxWidth: '24ch' },
  value: {
    margin: 0,
    minWidth: 0,
    overflowWrap: 'anywhere',
    lineHeight: tokens.lineHeightBase300,
    '@container (max-width: 460px)': { marginBottom: '10px' },
  },
})

export type KeyValue = { key: string; value: ReactNode; /** Explains the rule behind the value. */ tip?: ReactNode }

/** Facts of one thing. A fact that is not known says so; leave the row out where it does not apply. */
export function KeyValueList({ items }: { items: readonly (KeyValue | null | false | undefined)[] }) {
  const styles = useStyles()
  return (
    <div className={styles.frame}>
      <dl className={styles.list}>
        {items.map((item) => {
          if (!item) return null
          return [
            <dt key={`${item.key} name`} className={styles.key}>
              {item.key}
              {item.tip}
            </dt>,
            <dd key={item.key} className={styles.value}>
              {item.value}
            </dd>,
          ]
        })}
      </dl>
    </div>
  )
}
