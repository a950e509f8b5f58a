import { Button, Field, Input } from '@fluentui/react-components'
import { useState } from 'react'
import { api } from '../../api/api.ts'
import { describeProblem } from '../../api/describe-problem.ts'
import { useAct } from '../../api/use-act.ts'
import { FileField } from '../../form/FileField.tsx'
import { useText } from '../../language/LanguageProvider.tsx'
import { FormDrawer } from '../../ui/FormDrawer.tsx'
import { ProblemBanner } from '../../ui/ProblemBanner.tsx'
import { Acts, Stack } from '../../ui/Stack.tsx'
import { useNotify } from '../../ui/Toasts.tsx'
import type { DeviceReport, DeviceSide } from './device-api.ts'
import { DeviceReportView } from './DeviceReportView.tsx'

/** In characters; the API takes 900,000. */
const longest = 900_000
const example = 'Device Serial Number,Windows Product ID,Hardware Hash,Manufacturer name,Device model\r\nCONTOSO-0001,,,Contoso,Slate 13\r\n'

/** A file, what it would do row by row, and only then the batch. */
export function AddDevicesDrawer({ side, title, onClose }: { side: DeviceSide; title: string; onClose: () => void }) {
  const texts = useText()
  const { t } = texts
  const notify = useNotify()
  const [batch, setBatch] = useState('')
  const [text, setText] = useState<string | null>(null)
  const [problems, setProblems] = useState<{ batch?: string; file?: string }>({})
  const send = (isDryRun: boolean) => (body: { batch: string; text: string }, idempotencyKey: string) => api.post<DeviceReport>(`${side.base}/devices`, { body: { ...body, isDryRun }, idempotencyKey })
  const check = useAct<{ batch: string; text: string }, DeviceReport>({ send: send(true) })
  const add = useAct<{ batch: string; text: string }, DeviceReport>({
    send: send(false),
    changes: [side.key],
    onDone: ({ counts }) => {
      notify.done(t('devices.addedDone', { count: counts.added }))
      onClose()
    },
  })
  const isWorking = check.isPending || add.isPending
  const error = add.error ?? check.error
  const count = check.data?.counts.added ?? 0

  const run = (act: typeof check): void => {
    const name = batch.trim()
    setProblems({ ...(name === '' && { batch: t('devices.batchMissing') }), ...(text === null && { file: problems.file ?? t('devices.fileMissing') }) })
    if (name !== '' && text !== null && !isWorking) act.mutate({ batch: name, text })
  }
  return (
    <FormDrawer title={title} intro={t('devices.addIntro')} onClose={onClose}>
      <Stack>
        <ProblemBanner problem={error && !isWorking ? describeProblem(error, texts) : null} />
        <Field label={t('devices.batch')} hint={t('devices.batchHint')} required validationState={problems.batch ? 'error' : 'none'} validationMessage={problems.batch}>
          <Input value={batch} maxLength={100} autoComplete="off" onChange={(_, { value }) => setBatch(value)} />
        </Field>
        <FileField label={t('devices.file')} hint={t('devices.fileHint')} error={problems.file} accept=".csv,text/csv" onFile={(file) => void take(file)} example={{ label: t('devices.example'), name: 'devices', text: example }} />
        <Acts>
          <Button appearance={count > 0 ? 'secondary' : 'primary'} disabledFocusable={isWorking} onClick={() => run(check)}>
            {t('devices.check')}
          </Button>
          {count > 0 && (
            <Button appearance="primary" disabledFocusable={isWorking} onClick={() => run(add)}>
              {t('devices.addNow', { count })}
            </Button>
          )}
          <Button onClick={onClose}>{t('shell.cancel')}</Button>
        </Acts>
        {check.data && <DeviceReportView report={check.data} />}
      </Stack>
    </FormDrawer>
  )

  async function take(file: File | null): Promise<void> {
    check.reset()
    add.reset()
    const read = file === null || file.size > 4 * longest ? null : await file.text()
    const isTooLarge = file !== null && (read === null || read.length > longest)
    setText(isTooLarge || read === '' ? null : read)
    setProblems(isTooLarge ? { file: t('devices.fileTooLarge') } : {})
  }
}
