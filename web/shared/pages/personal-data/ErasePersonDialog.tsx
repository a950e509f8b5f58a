import { Button } from '@fluentui/react-components'
import { ArrowDownloadRegular } from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import { api } from '../../api/api.ts'
import { describeProblem } from '../../api/describe-problem.ts'
import { useAct } from '../../api/use-act.ts'
import { FileExportProgress } from '../../export/FileExportProgress.tsx'
import { useText } from '../../language/LanguageProvider.tsx'
import { Loaded } from '../../portal/Loaded.tsx'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { QuietText, Stack } from '../../ui/Stack.tsx'
import { useNotify } from '../../ui/Toasts.tsx'
import { erasureQuery } from './erasure-api.ts'
import { ErasurePreviewText } from './ErasurePreviewText.tsx'
import { useTakePersonalData } from './use-take-personal-data.ts'

type ErasePersonDialogProps = { person: { id: string; displayName: string }; onClose: () => void }

/** For good: says by number what goes and what stays before it is done. */
export function ErasePersonDialog({ person: { id, displayName: name }, onClose }: ErasePersonDialogProps) {
  const texts = useText()
  const { t } = texts
  const notify = useNotify()
  const preview = useQuery(erasureQuery(id))
  const act = useAct({
    send: (_: void, idempotencyKey) => api.post(`/people/${id}/erasure`, { idempotencyKey }),
    changes: [['people'], ['activity']],
    onDone: () => {
      notify.done(t('personalData.erased'), t('personalData.erasedText'))
      onClose()
    },
  })
  const { state: file, take } = useTakePersonalData()
  const [blocker] = preview.data?.blockers ?? []
  return (
    <ConfirmDialog
      isOpen
      isDangerous
      title={t('personalData.eraseTitle', { name })}
      confirmLabel={t('personalData.eraseSubmit')}
      isWorking={act.isPending}
      problem={act.error && describeProblem(act.error, texts)}
      blockedBecause={preview.data ? blocker && t(`personalData.blocked.${blocker}`) : t('shell.loading')}
      onConfirm={() => act.mutate()}
      onCancel={onClose}
    >
      <Stack>
        <QuietText>{t('personalData.eraseIntro')}</QuietText>
        <div>
          <Button size="small" icon={<ArrowDownloadRegular />} disabledFocusable={file.bytes !== null} onClick={() => take(`/people/${id}/personal-data`, {})}>
            {t('personalData.take')}
          </Button>
        </div>
        <FileExportProgress state={file} onCancel={file.cancel} />
        <Loaded isPart query={preview}>
          {(value) => <ErasurePreviewText preview={value} />}
        </Loaded>
        {blocker && <QuietText>{t(`personalData.blocked.${blocker}`)}</QuietText>}
      </Stack>
    </ConfirmDialog>
  )
}
