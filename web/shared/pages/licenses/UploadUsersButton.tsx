import { Button } from '@fluentui/react-components'
import { ArrowUploadRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { api } from '../../api/api.ts'
import { describeProblem } from '../../api/describe-problem.ts'
import { useAct } from '../../api/use-act.ts'
import { FileField } from '../../form/FileField.tsx'
import { useText } from '../../language/LanguageProvider.tsx'
import { FormDrawer } from '../../ui/FormDrawer.tsx'
import { GuardedButton } from '../../ui/GuardedButton.tsx'
import { ProblemBanner } from '../../ui/ProblemBanner.tsx'
import { Acts, Stack } from '../../ui/Stack.tsx'
import { usePeopleSide } from '../settings/people-side.tsx'
import { JobView } from './JobView.tsx'
import { jobsKey, type PeopleJob } from './license-api.ts'

/** Creates users from a file: what it would do first, then the doing. */
export function UploadUsersButton() {
  const { t } = useText()
  const { may, isOwn } = usePeopleSide()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <GuardedButton icon={<ArrowUploadRegular />} blockedBecause={may.create ? undefined : t(isOwn ? 'users.blocked.invite' : 'users.blocked.onBehalf')} onClick={() => setOpen(true)}>
        {t('licenses.upload')}
      </GuardedButton>
      {isOpen && <UploadUsersDrawer onClose={() => setOpen(false)} />}
    </>
  )
}

function UploadUsersDrawer({ onClose }: { onClose: () => void }) {
  const texts = useText()
  const { t } = texts
  const side = usePeopleSide()
  const [file, setFile] = useState<File | null>(null)
  const [isPressed, setPressed] = useState(false)
  const [job, setJob] = useState<PeopleJob | null>(null)
  const upload = useAct<string, PeopleJob>({
    send: (_stamp, idempotencyKey) => api.post<PeopleJob>(`${side.base}/people-uploads`, { file: { content: file!, type: 'text/csv' }, idempotencyKey }),
    changes: [jobsKey(side)],
    onDone: setJob,
  })
  const example = { label: t('licenses.example'), name: t('licenses.exampleFile'), text: `\uFEFFUser name,Display name,First name,Last name,Usage location,Mail\r\nana@${side.domains[0] ?? 'contoso.example'},Ana Ruiz,Ana,Ruiz,ES,ana@example.com\r\n` }
  if (job) {
    return (
      <FormDrawer title={t('licenses.uploadTitle')} onClose={onClose}>
        <JobView jobId={job.id} />
        <Acts>
          <Button onClick={onClose}>{t('shell.close')}</Button>
        </Acts>
      </FormDrawer>
    )
  }
  return (
    <FormDrawer title={t('licenses.uploadTitle')} intro={t('licenses.uploadText')} onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          setPressed(true)
          // Another file is another act, and asked under a key of its own.
          if (file && !upload.isPending) upload.mutate(`${file.name} ${file.size} ${file.lastModified}`)
        }}
      >
        <Stack>
          <ProblemBanner problem={upload.error && !upload.isPending ? describeProblem(upload.error, texts) : null} />
          <FileField label={t('licenses.file')} hint={t('licenses.fileHint')} error={isPressed && !file ? t('licenses.fileMissing') : undefined} accept=".csv,text/csv" onFile={setFile} example={example} />
          <Acts>
            <Button type="submit" appearance="primary" disabledFocusable={upload.isPending}>
              {t('licenses.check')}
            </Button>
            <Button onClick={onClose}>{t('shell.cancel')}</Button>
          </Acts>
        </Stack>
      </form>
    </FormDrawer>
  )
}
