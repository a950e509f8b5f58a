import { Accordion, AccordionHeader, AccordionItem, AccordionPanel, Button } from '@fluentui/react-components'
import { useInfiniteQuery } from '@tanstack/react-query'
import { describeProblem } from '../../api/describe-problem.ts'
import { useFormats, useText } from '../../language/LanguageProvider.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { ProblemBanner } from '../../ui/ProblemBanner.tsx'
import { QuietText } from '../../ui/Stack.tsx'
import { usePeopleSide } from '../settings/people-side.tsx'
import { JobView } from './JobView.tsx'
import { jobsQuery, type PeopleJob } from './license-api.ts'

/** What was begun with many users at once, latest first; what came of each is read when it opens. */
export function JobList() {
  const texts = useText()
  const { t } = texts
  const jobs = useInfiniteQuery(jobsQuery(usePeopleSide()))
  const items = jobs.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <Panel title={t('licenses.jobs')}>
      <ProblemBanner problem={jobs.error && describeProblem(jobs.error, texts)} />
      {jobs.data && items.length === 0 && <QuietText>{t('licenses.noJobs')}</QuietText>}
      <Accordion collapsible multiple>
        {items.map((job) => (
          <AccordionItem key={job.id} value={job.id}>
            <AccordionHeader as="h3">
              <JobName job={job} />
            </AccordionHeader>
            <AccordionPanel>
              <JobView jobId={job.id} />
            </AccordionPanel>
          </AccordionItem>
        ))}
      </Accordion>
      {jobs.hasNextPage && (
        <Button size="small" disabledFocusable={jobs.isFetchingNextPage} onClick={() => void jobs.fetchNextPage()}>
          {t('licenses.more')}
        </Button>
      )}
    </Panel>
  )
}

function JobName({ job: { kind, rows, createdAt, isOnBehalf } }: { job: PeopleJob }) {
  const { t } = useText()
  const formats = useFormats()
  const { isOwn } = usePeopleSide()
  const what = t(kind === 'upload' ? 'licenses.jobUpload' : 'licenses.jobLicenses', { count: rows.total })
  return `${what} · ${formats.deadline(createdAt)}${isOwn && isOnBehalf ? ` · ${t('licenses.byPartner')}` : ''}`
}
