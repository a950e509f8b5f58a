import { makeStyles, tokens } from '@fluentui/react-components'
import { Mark } from './Mark.tsx'

const useStyles = makeStyles({
  whole: { display: 'inline-flex', alignItems: 'center', columnGap: '10px', color: tokens.colorBrandForeground1 },
  word: { color: tokens.colorNeutralForeground1, fontSize: tokens.fontSizeBase500, fontWeight: tokens.fontWeightSemibold, letterSpacing: '-0.01em' },
})

/** The product's own name, written without its accent. */
export function Wordmark() {
  const styles = useStyles()
  return (
    <span className={styles.whole}>
      <Mark />
      <span className={styles.word}>Vinculo</span>
    </span>
  )
}
