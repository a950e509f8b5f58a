import { makeStyles, tokens } from '@fluentui/react-components'
import type { FluentIcon } from '@fluentui/react-icons'
import type { ReactNode } from 'react'

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', rowGap: '10px' },
  item: { display: 'grid', gridTemplateColumns: '20px minmax(0, 1fr)', columnGap: '10px', lineHeight: tokens.lineHeightBase300 },
  icon: { fontSize: '20px', lineHeight: 1, color: tokens.colorNeutralForeground3 },
})

/** Plain sentences below each other, each beside the sign of its list. */
export function PlainList({ icon: Icon, items }: { icon: FluentIcon; items: readonly ReactNode[] }) {
  const styles = useStyles()
  return (
    <ul className={styles.list}>
      {items.map((item, at) => (
        <li key={typeof item === 'string' ? item : at} className={styles.item}>
          <Icon className={styles.icon} aria-hidden="true" />
          <span>{item}</span>
        </li>
      ))}
    </ul>
  )
}
