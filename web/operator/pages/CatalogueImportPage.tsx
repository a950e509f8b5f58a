import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import { api } from '../../shared/api/api.ts'
import { describeProblem } from '../../shared/api/describe-problem.ts'
import { useAct } from '../../shared/api/use-act.ts'
import { FileField } from '../../shared/form/FileField.tsx'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { paths } from '../../shared/paths.ts'
import { useFollow } from '../../shared/ui/LinkProvider.tsx'
import { PageHeader } from '../../shared/ui/PageHeader.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { ProblemBanner } from '../../shared/ui/ProblemBanner.tsx'
import { Acts, Stack } from '../../shared/ui/Stack.tsx'
import { TextLink } from '../../shared/ui/TextLink.tsx'
import { useNotify } from '../../shared/ui/Toasts.tsx'
import { CatalogueReportPanel } from '../parts/CatalogueReportPanel.tsx'
import { catalogueKey, type CatalogueReport } from '../parts/catalogue-api.ts'

/** In characters; the API takes 900,000. */
const longest = 900_000

/** A file, what it would do row by row, and only then the import. */
export function CatalogueImportPage() {
  const texts = useText()
  const { t } = texts
  const notify = useNotify()
  const follow = useFollow()
  const [text, setText] = useState<string | null>(null)
  const [fileProblem, setFileProblem] = useState<string>()
  const check = useAct<string, CatalogueReport>({ send: (body, idempotencyKey) => api.post('/operator/catalogue-file', { body: { text: body, isDryRun: true }, idempotencyKey }) })
  const bring = useAct<string, CatalogueReport>({
    send: (body, idempotencyKey) => api.post('/operator/catalogue-file', { body: { text: body, isDryRun: false }, idempotencyKey }),
    changes: [catalogueKey],
    onDone: () => {
      notify.done(t('catalogue.imported'))
      follow(paths.operator.catalogue)
    },
  })
  const isWorking = check.isPending || bring.isPending
  const error = bring.error ?? check.error
  const counts = check.data?.counts
  const doesSomething = counts !== undefined && counts.created + counts.changed > 0
  return (
    <>
      <PageHeader title={t('catalogue.import')} intro={t('catalogue.importIntro')} above={<TextLink href={paths.operator.catalogue}>{t('catalogue.title')}</TextLink>} />
      <ProblemBanner problem={error && !isWorking ? describeProblem(error, texts) : null} />
      <Panel>
        <Stack>
          <FileField label={t('catalogue.file')} hint={t('catalogue.fileHint')} error={fileProblem} accept=".csv,text/csv" onFile={(file) => void take(file)} />
          <Acts>
            <Button appearance={doesSomething ? 'secondary' : 'primary'} disabledFocusable={isWorking} onClick={() => (text === null ? setFileProblem(t('catalogue.fileMissing')) : !isWorking && check.mutate(text))}>
              {t('catalogue.check')}
            </Button>
            {doesSomething && text !== null && (
              <Button appearance="primary" disabledFocusable={isWorking} onClick={() => !isWorking && bring.mutate(text)}>
                {t('catalogue.importNow')}
              </Button>
            )}
          </Acts>
        </Stack>
      </Panel>
      {check.data && <CatalogueReportPanel report={check.data} />}
    </>
  )

  async function take(file: File | null): Promise<void> {
    check.reset()
    bring.reset()
    const read = file === null || file.size > 4 * longest ? null : await file.text()
    const isTooLarge = file !== null && (read === null || read.length > longest)
    setText(isTooLarge || read === '' ? null : read)
    setFileProblem(isTooLarge ? t('catalogue.fileTooLarge') : undefined)
  }
}
