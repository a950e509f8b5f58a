import { Text } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useFormats, useText } from '../../shared/language/LanguageProvider.tsx'
import { Loaded } from '../../shared/portal/Loaded.tsx'
import { DateText } from '../../shared/ui/DateText.tsx'
import { KeyValueList } from '../../shared/ui/KeyValueList.tsx'
import { PageHeader } from '../../shared/ui/PageHeader.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { QuietText, Stack } from '../../shared/ui/Stack.tsx'
import { StatusBadge } from '../../shared/ui/StatusBadge.tsx'
import { healthQuery, type OperatorHealth } from '../parts/operator-api.ts'

/** Whether the installation can do its work, part by part, and what waits to be done. */
export function HealthPage() {
  const { t } = useText()
  const health = useQuery(healthQuery)
  return (
    <>
      <PageHeader title={t('health.title')} intro={t('health.intro')} />
      <Loaded query={health}>
        {(value) => (
          <>
            <PartsPanel health={value} />
            <JobsPanel jobs={value.jobs} />
          </>
        )}
      </Loaded>
    </>
  )
}

type Part = OperatorHealth['parts'][number]

const gigabyte = 1024 ** 3
/** What a measure is divided by for its reader: minutes of jobs, seconds of mails, gigabytes of a disk. */
const units: Record<Part['name'], number> = { quarantine: 1, database: 1, schema: 1, clock: 1, disk: gigabyte, jobs: 60_000, mails: 1_000, failedMails: 1 }
const tones = { good: 'good', watch: 'waiting', bad: 'bad' } as const

function PartsPanel({ health: { parts, isReady } }: { health: OperatorHealth }) {
  const { t } = useText()
  return (
    <Panel title={t('health.parts')}>
      <Stack>
        <Text>{t(isReady ? 'health.ready' : 'health.notReady')}</Text>
        <KeyValueList items={parts.map((part) => ({ key: t(`health.part.${part.name}`), value: <PartStanding part={part} /> }))} />
      </Stack>
    </Panel>
  )
}

/** What was measured, why it matters, and what helps where it is not good. */
function PartStanding({ part: { name, standing, measured, limit } }: { part: Part }) {
  const { t } = useText()
  const formats = useFormats()
  const inUnit = (value: number) => formats.number(Math.round((value / units[name]) * (name === 'disk' ? 100 : 1)) / (name === 'disk' ? 100 : 1))
  return (
    <>
      <StatusBadge tone={tones[standing]}>{t(`health.${standing}`)}</StatusBadge>
      <div>
        {measured === null
          ? t(`health.unmeasured.${standing}`)
          : t(`health.measured.${name}`, { measured: inUnit(measured), limit: inUnit(limit), count: Math.round(measured / units[name]) })}
      </div>
      <QuietText>{t(`health.means.${name}`)}</QuietText>
      {standing !== 'good' && <Text weight="semibold">{t(`health.cure.${name}`)}</Text>}
    </>
  )
}

function JobsPanel({ jobs }: { jobs: OperatorHealth['jobs'] }) {
  const { t, has } = useText()
  const nameOf = (task: string) => (has(`health.task.${task}`) ? t(`health.task.${task}` as 'health.task.send-mail') : task)
  return (
    <Panel title={t('health.jobs')}>
      {jobs.length === 0 ? (
        <QuietText>{t('health.noJobs')}</QuietText>
      ) : (
        <KeyValueList
          items={jobs.map(({ task, waiting, failing, oldest }) => ({
            key: nameOf(task),
            value: (
              <>
                {t('health.jobCounts', { waiting, failing })}
                {oldest && (
                  <QuietText>
                    {t('health.oldest')} <DateText at={oldest} as="dateTime" />
                  </QuietText>
                )}
              </>
            ),
          }))}
        />
      )}
    </Panel>
  )
}
