import { Button } from '@fluentui/react-components'
import type { Query } from '../../shared/api/client.ts'
import type { FileExportState } from '../../shared/export/use-file-export.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { given } from '../parts/audit-api.ts'

const shapes = {
  csv: { label: 'audit.exportCsv', type: 'text/csv', end: '\r\n', extension: 'csv' },
  json: { label: 'audit.exportJson', type: 'application/json', end: '\n]\n', extension: 'json' },
} as const

/** What the list shows, as a file; who took it along is recorded. */
export function ExportAuditMenu({ shown, state }: { shown: Query; state: FileExportState }) {
  const { t } = useText()
  const isRunning = state.bytes !== null
  return (
    <>
      {(['csv', 'json'] as const).map((format) => {
        const { label, ...shape } = shapes[format]
        const take = () => state.start({ ...shape, path: '/operator/audit/export', body: { ...given(shown), format }, name: t('audit.file') })
        return (
          <Button key={format} disabledFocusable={isRunning} onClick={() => !isRunning && take()}>
            {t(label)}
          </Button>
        )
      })}
    </>
  )
}
