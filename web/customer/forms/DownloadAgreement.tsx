import { Button, Spinner } from '@fluentui/react-components'
import { ArrowDownloadRegular } from '@fluentui/react-icons'
import { useMutation } from '@tanstack/react-query'
import { api } from '../../shared/api/api.ts'
import { describeProblem } from '../../shared/api/describe-problem.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { saveFile } from '../../shared/ui/save-file.ts'
import { useNotify } from '../../shared/ui/Toasts.tsx'

/** The bytes that were signed, as a file: their SHA-256 is the fingerprint on the page. */
export function DownloadAgreement({ id }: { id: string }) {
  const texts = useText()
  const { t } = texts
  const notify = useNotify()
  const download = useMutation({
    mutationFn: () => api.file(`/agreements/${id}/file`),
    onSuccess: (file) => saveFile(file, `agreement-${id}.txt`),
    onError: (error) => notify.failed(t('agreements.downloadFailed'), describeProblem(error, texts).detail),
  })
  return (
    <Button
      icon={download.isPending ? <Spinner size="tiny" aria-hidden="true" /> : <ArrowDownloadRegular />}
      disabledFocusable={download.isPending}
      onClick={() => !download.isPending && download.mutate()}
    >
      {t('agreements.download')}
    </Button>
  )
}
