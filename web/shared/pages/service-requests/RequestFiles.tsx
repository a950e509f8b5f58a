import { Button, Link, makeStyles, tokens } from '@fluentui/react-components'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api/api.ts'
import { describeProblem } from '../../api/describe-problem.ts'
import { useAct } from '../../api/use-act.ts'
import { FileField } from '../../form/FileField.tsx'
import { useFormats, useText } from '../../language/LanguageProvider.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { ProblemBanner } from '../../ui/ProblemBanner.tsx'
import { QuietText, Stack } from '../../ui/Stack.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { useNotify } from '../../ui/Toasts.tsx'
import { base64Of } from './base64-of.ts'
import { requestsKey, type ServiceRequest, type Side, sides } from './request-api.ts'

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', rowGap: '8px' },
  quiet: { display: 'block', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere' },
  name: { overflowWrap: 'anywhere', textAlign: 'start' },
})

/** Files as they came: they are saved, never shown. */
export function RequestFiles({ side, request }: { side: Side; request: ServiceRequest }) {
  const texts = useText()
  const { t } = texts
  const styles = useStyles()
  const formats = useFormats()
  const download = useMutation({
    mutationFn: ({ id }: { id: string; name: string }) => api.file(`${sides[side].base}/${request.id}/files/${id}`),
    onSuccess: (file, { name }) => saveFile(file, name),
  })
  return (
    <Panel title={t('serviceRequests.files')}>
      <Stack>
        <ProblemBanner problem={download.error && !download.isPending ? describeProblem(download.error, texts) : null} />
        {request.files.length === 0 && <QuietText>{t('serviceRequests.noFiles')}</QuietText>}
        {request.files.length > 0 && (
          <ul className={styles.list}>
            {request.files.map(({ id, name, size, side: sentBy, authorName, isGone }) => (
              <li key={id}>
                {isGone ? (
                  t('serviceRequests.fileGone')
                ) : (
                  <Link as="button" type="button" className={styles.name} onClick={() => download.mutate({ id, name })}>
                    {name}
                  </Link>
                )}
                <span className={styles.quiet}>
                  {t('serviceRequests.fileLine', { size: formats.number(Math.max(1, Math.round(size / 1000))), who: authorName ?? t('serviceRequests.erased'), side: t(`serviceRequests.side.${sentBy}`) })}
                </span>
              </li>
            ))}
          </ul>
        )}
        {request.can.includes('attach') && <AddFile key={request.files.length} side={side} id={request.id} />}
      </Stack>
    </Panel>
  )
}

/** Bytes; the same as the server takes. */
const mostBytes = 700_000

function AddFile({ side, id }: { side: Side; id: string }) {
  const texts = useText()
  const { t } = texts
  const notify = useNotify()
  const [file, setFile] = useState<File | null>(null)
  const [round, setRound] = useState(0)
  const isTooBig = file !== null && file.size > mostBytes
  const add = useAct({
    send: async (chosen: File, idempotencyKey) => api.post(`${sides[side].base}/${id}/files`, { body: { name: chosen.name, content: await base64Of(chosen) }, idempotencyKey }),
    changes: [requestsKey, ['activity']],
    onDone() {
      notify.done(t('serviceRequests.fileAdded'))
      setFile(null)
      setRound(round + 1)
    },
  })
  return (
    <Stack>
      <FileField
        key={round}
        label={t('serviceRequests.file')}
        hint={t('serviceRequests.fileHint')}
        error={isTooBig ? t('serviceRequests.fileTooBig') : undefined}
        accept=".png,.jpg,.jpeg,.pdf,.txt,.log,.csv"
        onFile={(chosen) => {
          setFile(chosen)
          add.reset()
        }}
      />
      <ProblemBanner problem={add.error && !add.isPending ? describeProblem(add.error, texts) : null} />
      <div>
        <Button disabledFocusable={file === null || isTooBig || add.isPending} onClick={() => file && !isTooBig && !add.isPending && add.mutate(file)}>
          {t('serviceRequests.addFile')}
        </Button>
      </div>
    </Stack>
  )
}
