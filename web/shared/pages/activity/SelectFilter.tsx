import { makeStyles, Select } from '@fluentui/react-components'
import { useId, type ReactNode } from 'react'
import { Hidden } from '../../ui/announce.tsx'

const useStyles = makeStyles({ filter: { flex: '1 1 150px', minWidth: '140px', maxWidth: 'min(100%, 300px)' } })

type SelectFilterProps = { label: string; value: string; onChoose: (value: string) => void; children: ReactNode }

/** A list to choose from that says by itself what it filters; groups and options come in. */
export function SelectFilter({ label, value, onChoose, children }: SelectFilterProps) {
  const styles = useStyles()
  const id = useId()
  return (
    <div className={styles.filter}>
      <label htmlFor={id}>
        <Hidden>{label}</Hidden>
      </label>
      <Select id={id} value={value} onChange={(_, { value: chosen }) => onChoose(chosen)}>
        {children}
      </Select>
    </div>
  )
}
