import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { useTableStyles } from '../../shared/table/table-styles.ts'
import { PageHeader } from '../../shared/ui/PageHeader.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { StatusBadge } from '../../shared/ui/StatusBadge.tsx'
import { TextLink } from '../../shared/ui/TextLink.tsx'
import { tasks, type Task } from '../parts/get-started-tasks.ts'

const useStyles = makeStyles({
  cell: { '@container (min-width: 700.1px)': { verticalAlign: 'top', paddingTop: '16px', paddingBottom: '16px' } },
  toDo: { '@container (min-width: 700.1px)': { width: '42%' } },
  read: { '@container (min-width: 700.1px)': { width: '36%' } },
  title: { display: 'block', fontWeight: tokens.fontWeightSemibold, lineHeight: tokens.lineHeightBase300 },
  text: { display: 'block', marginTop: '4px', color: tokens.colorNeutralForeground2, fontWeight: tokens.fontWeightRegular, lineHeight: tokens.lineHeightBase300, overflowWrap: 'break-word' },
  ways: { margin: 0, padding: 0, listStyleType: 'none', display: 'flex', flexDirection: 'column', rowGap: '8px', lineHeight: tokens.lineHeightBase300 },
  later: { display: 'block', marginTop: '6px', color: tokens.colorNeutralForeground2, lineHeight: tokens.lineHeightBase300 },
})

/** Where a partner begins: the resource table of seed 004, each task with the page where it is done [S4.1, S4.13]. */
export function GetStartedPage() {
  const table = useTableStyles()
  const { t } = useText()
  return (
    <>
      <PageHeader title={t('getStarted.title')} intro={t('getStarted.intro')} />
      <Panel isFlush>
        <div className={table.frame}>
          <table role="table" aria-label={t('getStarted.table')} className={table.table}>
            <thead role="rowgroup" className={table.head}>
              <tr role="row">
                {(['toDo', 'read', 'appliesTo'] as const).map((column) => (
                  <th key={column} role="columnheader" scope="col" className={table.headCell}>
                    {t(`getStarted.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody role="rowgroup" className={table.body}>
              {tasks.map((task) => (
                <TaskRow key={task.title} task={task} />
              ))}
            </tbody>
          </table>
        </div>
      </Panel>
    </>
  )
}

function TaskRow({ task }: { task: Task }) {
  const table = useTableStyles()
  const styles = useStyles()
  const { t } = useText()
  return (
    <tr role="row" className={table.row}>
      <th role="rowheader" scope="row" className={mergeClasses(table.cell, table.title, styles.cell, styles.toDo)}>
        <span className={styles.title}>{t(task.title)}</span>
        <span className={styles.text}>{t(task.text)}</span>
      </th>
      <td role="cell" className={mergeClasses(table.cell, styles.cell, styles.read)}>
        <span className={table.name}>{t('getStarted.read')}</span>
        <Ways task={task} />
      </td>
      <td role="cell" className={mergeClasses(table.cell, styles.cell)}>
        <span className={table.name}>{t('getStarted.appliesTo')}</span>
        <span>{t('getStarted.everyPartner')}</span>
      </td>
    </tr>
  )
}

function Ways({ task: { ways, later } }: { task: Task }) {
  const styles = useStyles()
  const { t } = useText()
  return (
    <div>
      {ways.length > 0 && (
        <ul className={styles.ways}>
          {ways.map(({ label, href }) => (
            <li key={label}>
              <TextLink inText href={href}>
                {t(label)}
              </TextLink>
            </li>
          ))}
        </ul>
      )}
      {later && ways.length === 0 && <StatusBadge tone="waiting">{t('getStarted.notYet')}</StatusBadge>}
      {later && <span className={styles.later}>{t(later)}</span>}
    </div>
  )
}
