import { makeStyles, Select } from '@fluentui/react-components'
import { useId } from 'react'
import { useText } from '../language/LanguageProvider.tsx'
import { Hidden } from '../ui/announce.tsx'
import type { TableState } from './use-table-state.ts'

const useStyles = makeStyles({ narrow: { minWidth: '120px', maxWidth: '100%', '@container (max-width: 480px)': { flexGrow: 1 } } })

/** Whether what is searched for begins a name or stands anywhere in it. */
export function MatchChoice({ state }: { state: TableState }) {
  const styles = useStyles()
  const { t } = useText()
  const id = useId()
  return (
    <div className={styles.narrow}>
      <label htmlFor={id}>
        <Hidden>{t('customers.match')}</Hidden>
      </label>
      <Select id={id} value={state.filters.match ?? ''} onChange={(_, { value }) => state.setFilter('match', value)}>
        <option value="">{t('customers.matchPrefix')}</option>
        <option value="inside">{t('customers.matchInside')}</option>
      </Select>
    </div>
  )
}
