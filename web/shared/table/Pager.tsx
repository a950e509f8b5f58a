import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { ChevronLeftRegular, ChevronRightRegular } from '@fluentui/react-icons'
import type { Page } from '../api/types.ts'
import { useText } from '../language/LanguageProvider.tsx'
import type { TableState } from './use-table-state.ts'

const useStyles = makeStyles({
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', justifyContent: 'space-between', gap: '8px 16px', padding: '12px 20px', '@container (max-width: 700px)': { padding: '12px 16px' } },
  count: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
})

/** One step at a time, by the cursors of the page: a list of a million rows has no page numbers. */
export function Pager({ label, page, state }: { label: string; page: Page<unknown>; state: TableState }) {
  const styles = useStyles()
  const { t } = useText()
  const count = page.items.length
  const { next, previous } = page
  return (
    <div className={styles.bar}>
      <span className={styles.count} role="status">
        {t('table.shown', { count })}
      </span>
      {(next || previous) && (
        <nav aria-label={t('table.pages', { table: label })} className={styles.buttons}>
          <Button size="small" icon={<ChevronLeftRegular />} disabledFocusable={!previous} onClick={() => previous && state.goTo(previous)}>
            {t('table.previous')}
          </Button>
          <Button size="small" icon={<ChevronRightRegular />} iconPosition="after" disabledFocusable={!next} onClick={() => next && state.goTo(next)}>
            {t('table.next')}
          </Button>
        </nav>
      )}
    </div>
  )
}
