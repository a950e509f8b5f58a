import { makeStyles, tokens } from '@fluentui/react-components'
import type { KeyValue } from '../../shared/ui/KeyValueList.tsx'

const useStyles = makeStyles({
  frame: { containerType: 'inline-size' },
  grid: { display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(min(210px, 100%), 1fr))', gap: '14px 24px', margin: 0 },
  wide: { gridColumn: 'span 2', '@container (max-width: 460px)': { gridColumn: 'auto' } },
  key: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase300 },
  value: { margin: 0, minWidth: 0, lineHeight: tokens.lineHeightBase300, overflowWrap: 'anywhere' },
})

type Fact = KeyValue & { /** Takes the room of two. */ isWide?: boolean }

/** Facts side by side, each under its name: as many in a row as there is room for. */
export function FactGrid({ facts }: { facts: readonly (Fact | null)[] }) {
  const styles = useStyles()
  return (
    <div className={styles.frame}>
      <dl className={styles.grid}>
        {facts.map(
          (fact) =>
            fact && (
              <div key={fact.key} className={fact.isWide ? styles.wide : undefined}>
                <dt className={styles.key}>{fact.key}</dt>
                <dd className={styles.value}>{fact.value}</dd>
              </div>
            ),
        )}
      </dl>
    </div>
  )
}
