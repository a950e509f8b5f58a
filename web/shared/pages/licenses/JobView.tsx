import { makeStyles, MessageBar, MessageBarBody, ProgressBar, tokens } from '@fluentui/react-components'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useFormats, useText } from '../../language/LanguageProvider.tsx'
import { Loaded } from '../../portal/Loaded.tsx'
import { QuietText, Stack } from '../../ui/Stack.tsx'
import { usePeopleSide } from '../settings/people-side.tsx'
import { JobActs } from './JobActs.tsx'
import { JobRows } from './JobRows.tsx'
import { isAtWork, jobQuery, type PeopleJob } from './license-api.ts'

const useStyles = makeStyles({ words: { margin: '0 0 8px', fontWeight: tokens.fontWeightSemibold } })

/** How far the work on many users is, what can be done with it, and every row with its reason. */
export function JobView({ jobId }: { jobId: string }) {
  const side = usePeopleSide()
  const job = useQuery(jobQuery(side, jobId))
  useReadAnew(job.data?.value)
  return (
    <Loaded isPart query={job}>
      {({ value, etag }) => (
        <Stack>
          <Progress job={value} />
          <JobActs job={value} etag={etag} />
          <JobRows job={value} />
        </Stack>
      )}
    </Loaded>
  )
}

/** When the work is over, the list of users and what is left of their licenses look different. */
function useReadAnew(job: PeopleJob | undefined): void {
  const side = usePeopleSide()
  const queryClient = useQueryClient()
  const isOver = job !== undefined && !isAtWork(job)
  const { key } = side
  useEffect(() => {
    if (isOver) void queryClient.invalidateQueries({ queryKey: key, predicate: ({ queryKey }) => !queryKey.includes('one') })
    // The key is another array each time and says the same.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [isOver, queryClient, key.join()])
}

function Progress({ job }: { job: PeopleJob }) {
  const { t } = useText()
  const formats = useFormats()
  const styles = useStyles()
  const { status, rows, kind } = job
  const done = status === 'checking' ? rows.checked : rows.done + rows.unchanged + rows.refused
  const words = t(`licenses.job.${status}`, { done: formats.number(done), all: formats.number(rows.total) })
  return (
    <div>
      <p className={styles.words} role="status">
        {words}
      </p>
      {isAtWork(job) && (
        <>
          <ProgressBar value={done} max={Math.max(rows.total, 1)} aria-label={words} />
          <QuietText>{t('licenses.jobGoesOn')}</QuietText>
        </>
      )}
      {status !== 'checking' && (
        <div>{t(kind === 'upload' ? (status === 'checked' ? 'licenses.countsChecked' : 'licenses.countsUpload') : 'licenses.counts', { done: status === 'checked' ? rows.total - rows.refused : rows.done, unchanged: rows.unchanged, refused: rows.refused })}</div>
      )}
      {job.pausedBecause && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{job.pausedBecause.reasonText}</MessageBarBody>
        </MessageBar>
      )}
    </div>
  )
}
