import { Button, Spinner } from '@fluentui/react-components'
import { useState } from 'react'
import type { KnownTiesReport } from '../../../src/http/portal/operator-known-customers.ts'
import { api } from '../../shared/api/api.ts'
import { describeProblem } from '../../shared/api/describe-problem.ts'
import { useAct } from '../../shared/api/use-act.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { paths } from '../../shared/paths.ts'
import { PageHeader } from '../../shared/ui/PageHeader.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { ProblemBanner } from '../../shared/ui/ProblemBanner.tsx'
import { Acts, QuietText, Stack } from '../../shared/ui/Stack.tsx'
import { TextLink } from '../../shared/ui/TextLink.tsx'
import { TiesFileField } from '../forms/TiesFileField.tsx'
import { operatorKey } from '../parts/operator-api.ts'
import { TiesReport } from '../parts/TiesReport.tsx'

/** Customers that partners are known to have from elsewhere: a file is tried out, read row by row, then imported [S1.6, S4.12, S4.19]. */
export function KnownCustomersPage() {
  const { t } = useText()
  const [file, setFile] = useState<string | null>(null)
  const [checked, setChecked] = useState<KnownTiesReport | null>(null)
  const [imported, setImported] = useState<KnownTiesReport | null>(null)
  const startAgain = () => {
    setFile(null)
    setChecked(null)
    setImported(null)
  }
  return (
    <>
      <PageHeader title={t('knownCustomers.title')} intro={t('knownCustomers.intro')} above={<TextLink href={paths.operator.tenants}>{t('operator.tenants')}</TextLink>} />
      {imported ? (
        <TiesReport title={t('knownCustomers.importedTitle')} report={imported} acts={<Button onClick={startAgain}>{t('knownCustomers.anotherFile')}</Button>} />
      ) : checked && file !== null ? (
        <Checked file={file} report={checked} onImported={setImported} onAgain={startAgain} />
      ) : (
        <ChooseFile onChecked={(text, report) => {
            setFile(text)
            setChecked(report)
          }} />
      )}
    </>
  )
}

function ChooseFile({ onChecked }: { onChecked: (file: string, report: KnownTiesReport) => void }) {
  const texts = useText()
  const { t } = texts
  const [file, setFile] = useState<File | null>(null)
  const [isPressed, setPressed] = useState(false)
  const check = useAct<File, readonly [string, KnownTiesReport]>({
    send: async (chosen) => {
      const text = await chosen.text()
      return [text, await api.post<KnownTiesReport>('/operator/known-customer-checks', { body: { file: text } })]
    },
    onDone: ([text, report]) => onChecked(text, report),
  })
  return (
    <Panel title={t('knownCustomers.file')}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          setPressed(true)
          if (file && !check.isPending) check.mutate(file)
        }}
      >
        <Stack>
          <ProblemBanner problem={check.error && !check.isPending ? describeProblem(check.error, texts) : null} />
          <TiesFileField onFile={setFile} error={isPressed && !file ? t('knownCustomers.fileMissing') : undefined} />
          <Acts>
            <Button type="submit" appearance="primary" disabledFocusable={check.isPending} icon={check.isPending ? <Spinner size="tiny" aria-hidden="true" /> : undefined}>
              {t('knownCustomers.check')}
            </Button>
          </Acts>
        </Stack>
      </form>
    </Panel>
  )
}

type CheckedProps = { file: string; report: KnownTiesReport; onImported: (report: KnownTiesReport) => void; onAgain: () => void }

/** What would happen, row by row, before anything is kept. */
function Checked({ file, report, onImported, onAgain }: CheckedProps) {
  const texts = useText()
  const { t } = texts
  const take = useAct<void, KnownTiesReport>({
    send: (_, idempotencyKey) => api.post<KnownTiesReport>('/operator/known-customers', { body: { file }, idempotencyKey }),
    changes: [operatorKey],
    onDone: onImported,
  })
  const isNothing = report.listed + report.waiting === 0
  return (
    <TiesReport
      title={t('knownCustomers.checkedTitle')}
      report={report}
      acts={
        <Stack>
          <ProblemBanner problem={take.error && !take.isPending ? describeProblem(take.error, texts) : null} />
          <QuietText>{t(isNothing ? 'knownCustomers.nothingNew' : 'knownCustomers.nothingKept')}</QuietText>
          <Acts>
            {!isNothing && (
              <Button appearance="primary" disabledFocusable={take.isPending} icon={take.isPending ? <Spinner size="tiny" aria-hidden="true" /> : undefined} onClick={() => !take.isPending && take.mutate()}>
                {t('knownCustomers.import')}
              </Button>
            )}
            <Button onClick={onAgain}>{t('knownCustomers.anotherFile')}</Button>
          </Acts>
        </Stack>
      }
    />
  )
}
