import { makeStyles, tokens } from '@fluentui/react-components'

const useStyles = makeStyles({
  words: { margin: 0, color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, maxWidth: '60ch' },
})

/** Why something is not there, in the server's words. */
export function Reason({ text }: { text: string | null | undefined }) {
  const styles = useStyles()
  return text ? <p className={styles.words}>{text}</p> : null
}
