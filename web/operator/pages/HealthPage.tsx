import { useQuery } from '@tanstack/react-query'
import { useFormats, useText } from '../../shared/language/LanguageProvider.tsx'
import { Loaded } from '../../shared/portal/Loaded.tsx'
import { DateText } from '../../shared/ui/DateText.tsx'
import { KeyValueList } from '../../shared/ui/KeyValueList.tsx'
import { PageHeader } from '../../shared/ui/PageHeader.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { QuietText } from '../../shared/ui/Stack.tsx'
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

function PartsPanel({ health: { parts, schemaVersion } }: { health: OperatorHealth }) {
  const { t } = useText()
  const formats = useFormats()
  return (
    <Panel title={t('health.parts')}>
      <KeyValueList
        items={[
          ...parts.map(({ name, isGood, measured }) => ({
            key: t(`health.part.${name}`),
            value: (
              <>
                <StatusBadge tone={isGood ? 'good' : 'bad'}>{t(isGood ? 'health.good' : 'health.bad')}</StatusBadge>
                <QuietText>{t(`health.measured.${name}`, { measured: formats.number(Math.round(name === 'mails' ? measured / 1_000 : measured)) })}</QuietText>
              </>
            ),
          })),
          { key: t('health.schema'), value: formats.number(schemaVersion) },
        ]}
      />
    </Panel>
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
