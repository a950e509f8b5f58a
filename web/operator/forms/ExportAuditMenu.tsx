import { Button } from '@fluentui/react-components'
import { api } from '../../shared/api/api.ts'
import type { Query } from '../../shared/api/client.ts'
import { describeProblem } from '../../shared/api/describe-problem.ts'
import { useAct } from '../../shared/api/use-act.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { saveFile } from '../../shared/ui/save-file.ts'
import { useNotify } from '../../shared/ui/Toasts.tsx'
import { given } from '../parts/audit-api.ts'

const formats = ['csv', 'json'] as const

/** What the list shows, as a file; who took it along is recorded. */
export function ExportAuditMenu({ shown }: { shown: Query }) {
  const texts = useText()
  const { t } = texts
  const notify = useNotify()
  const take = useAct({
    send: async (format: (typeof formats)[number]) => {
      const file = await api.file('/operator/audit/export', { method: 'POST', body: { ...given(shown), format } })
      saveFile(file, `audit.${format}`)
    },
    onDone: () => notify.done(t('audit.exported')),
  })
  const failed = (error: Error) => {
    const { title, detail } = describeProblem(error, texts)
    notify.failed(title, detail)
  }
  return (
    <>
      {formats.map((format) => (
        <Button key={format} disabledFocusable={take.isPending} onClick={() => take.mutate(format, { onError: failed })}>
          {t(format === 'csv' ? 'audit.exportCsv' : 'audit.exportJson')}
        </Button>
      ))}
    </>
  )
}
