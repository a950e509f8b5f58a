import { Button, Field, makeStyles, Select, tokens } from '@fluentui/react-components'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { JobRowState } from '../../../../src/domain/people-jobs/people-job.ts'
import { describeProblem } from '../../api/describe-problem.ts'
import { useText } from '../../language/LanguageProvider.tsx'
import { ProblemBanner } from '../../ui/ProblemBanner.tsx'
import { QuietText } from '../../ui/Stack.tsx'
import { StatusBadge } from '../../ui/StatusBadge.tsx'
import { usePeopleSide } from '../settings/people-side.tsx'
import { jobRowsQuery, type PeopleJob, type PeopleJobRow } from './license-api.ts'

const useStyles = makeStyles({
  list: { margin: '8px 0', padding: 0, listStyleType: 'none' },
  row: { paddingBlock: '8px', borderTop: `1px solid ${tokens.colorNeutralStroke2}`, overflowWrap: 'anywhere' },
  head: { display: 'flex', flexWrap: 'wrap', gap: '4px 8px', alignItems: 'center' },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
})

const states = ['refused', 'done', 'unchanged', 'waiting'] as const satisfies readonly JobRowState[]
const tones: Readonly<Record<JobRowState, 'good' | 'bad' | 'neutral'>> = { done: 'good', refused: 'bad', unchanged: 'neutral', waiting: 'neutral', unchecked: 'neutral' }

/** The report, row by row. */
export function JobRows({ job }: { job: PeopleJob }) {
  const texts = useText()
  const { t } = texts
  const styles = useStyles()
  const [state, setState] = useState<JobRowState | ''>('')
  const rows = useInfiniteQuery(jobRowsQuery(usePeopleSide(), job, state))
  const items = rows.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <div>
      <Field label={t('licenses.report')}>
        <Select value={state} onChange={(_event, { value }) => setState(value as JobRowState | '')}>
          <option value="">{t('licenses.allRows')}</option>
          {states.map((one) => (
            <option key={one} value={one}>
              {t(`licenses.row.${one}`)}
            </option>
          ))}
        </Select>
      </Field>
      <ProblemBanner problem={rows.error && describeProblem(rows.error, texts)} />
      {rows.data && items.length === 0 && <QuietText>{t('licenses.noRows')}</QuietText>}
      <ul className={styles.list}>
        {items.map((row) => (
          <Row key={row.line} row={row} isFile={job.kind === 'upload'} />
        ))}
      </ul>
      {rows.hasNextPage && (
        <Button size="small" disabledFocusable={rows.isFetchingNextPage} onClick={() => void rows.fetchNextPage()}>
          {t('licenses.more')}
        </Button>
      )}
    </div>
  )
}

function Row({ row: { line, state, displayName, userPrincipalName, why }, isFile }: { row: PeopleJobRow; isFile: boolean }) {
  const { t } = useText()
  const styles = useStyles()
  return (
    <li className={styles.row}>
      <div className={styles.head}>
        <span>{displayName ?? userPrincipalName ?? t('licenses.unnamed')}</span>
        <StatusBadge tone={tones[state]}>{t(`licenses.row.${state}`)}</StatusBadge>
      </div>
      <div className={styles.quiet}>{[isFile ? t('licenses.line', { line }) : null, displayName === null ? null : userPrincipalName].filter(Boolean).join(' · ')}</div>
      {why && <div className={styles.quiet}>{why.reasonText}</div>}
    </li>
  )
}
