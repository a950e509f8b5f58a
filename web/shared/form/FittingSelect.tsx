import { makeStyles, Select, type SelectProps } from '@fluentui/react-components'

const useStyles = makeStyles({ root: { minWidth: 0 }, select: { minWidth: 0, width: '100%', textOverflow: 'ellipsis' } })

/** A list to choose from whose entries may be longer than a narrow page. */
export function FittingSelect(props: Omit<SelectProps, 'select' | 'className'>) {
  const styles = useStyles()
  return <Select {...props} className={styles.root} select={{ className: styles.select }} />
}
