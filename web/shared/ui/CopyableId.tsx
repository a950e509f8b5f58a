import { makeStyles, tokens } from '@fluentui/react-components'
import { CopyButton } from './CopyButton.tsx'

const useStyles = makeStyles({
  row: { display: 'inline-flex', alignItems: 'center', columnGap: '4px', maxWidth: '100%' },
  id: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere' },
})

/** An id to read and to copy. */
export function CopyableId({ id, what }: { id: string; what: string }) {
  const styles = useStyles()
  return (
    <span className={styles.row}>
      <code className={styles.id}>{id}</code>
      <CopyButton text={id} what={what} />
    </span>
  )
}
