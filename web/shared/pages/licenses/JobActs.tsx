import { Button } from '@fluentui/react-components'
import { api } from '../../api/api.ts'
import { describeProblem } from '../../api/describe-problem.ts'
import { useAct } from '../../api/use-act.ts'
import { useText } from '../../language/LanguageProvider.tsx'
import { ProblemBanner } from '../../ui/ProblemBanner.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { Acts, QuietText } from '../../ui/Stack.tsx'
import { usePeopleSide } from '../settings/people-side.tsx'
import { jobsKey, type PeopleJob, type TakenPasswords } from './license-api.ts'

/** What can be done with the work in its state: begin, go on, cancel, take the passwords. */
export function JobActs({ job, etag }: { job: PeopleJob; etag: string }) {
  const texts = useText()
  const { t } = texts
  const side = usePeopleSide()
  const path = `${side.base}/people-jobs/${job.id}`
  const changes = [jobsKey(side)]
  const act = useAct({ send: (which: 'start' | 'resumption' | 'cancellation', idempotencyKey) => api.post(`${path}/${which}`, { idempotencyKey, ...(which === 'start' && { ifMatch: etag }) }), changes })
  const take = useAct<void, TakenPasswords>({
    send: (_, idempotencyKey) => api.post<TakenPasswords>(`${path}/passwords`, { idempotencyKey }),
    changes,
    onDone: (taken) => saveFile(new Blob([passwordsFile(taken)], { type: 'text/csv' }), `${t('licenses.passwordsFile')}.csv`),
  })
  const failed = act.error ?? take.error
  if (job.can.length === 0 && !failed) return null
  return (
    <div>
      <ProblemBanner problem={failed && describeProblem(failed, texts)} />
      {job.can.includes('takePasswords') && <QuietText>{t('licenses.passwordsText', { count: job.passwordsLeft })}</QuietText>}
      <Acts>
        {job.can.includes('start') && (
          <Button appearance="primary" disabledFocusable={act.isPending} onClick={() => act.mutate('start')}>
            {t('licenses.create', { count: job.rows.total - job.rows.refused })}
          </Button>
        )}
        {job.can.includes('takePasswords') && (
          <Button appearance="primary" disabledFocusable={take.isPending} onClick={() => take.mutate()}>
            {t('licenses.takePasswords')}
          </Button>
        )}
        {job.can.includes('resume') && (
          <Button disabledFocusable={act.isPending} onClick={() => act.mutate('resumption')}>
            {t('licenses.resume')}
          </Button>
        )}
        {job.can.includes('cancel') && (
          <Button disabledFocusable={act.isPending} onClick={() => act.mutate('cancellation')}>
            {t('licenses.cancelJob')}
          </Button>
        )}
      </Acts>
    </div>
  )
}

/** As text, so that a spreadsheet runs nothing of it. */
function passwordsFile({ signInUrl, items }: TakenPasswords): string {
  const cell = (text: string) => `"${(/^[=+\-@\t]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`
  const rows = items.map((one) => [one.displayName, one.userPrincipalName, one.temporaryPassword, one.validUntil, signInUrl])
  return `\uFEFF${[['Display name', 'User name', 'Temporary password', 'Valid until', 'Sign in at'], ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`
}
