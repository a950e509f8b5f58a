import { ArrowDownloadRegular } from '@fluentui/react-icons'
import type { FileExportState } from '../../export/use-file-export.ts'
import { useText } from '../../language/LanguageProvider.tsx'
import { useTableState } from '../../table/use-table-state.ts'
import { GuardedButton } from '../../ui/GuardedButton.tsx'
import { usePeopleSide } from './people-side.tsx'
import { peopleDefaults, queryOf } from './PeopleFilters.tsx'

/** The list as a file, narrowed and ordered as it is shown. */
export function ExportPeopleButton({ file }: { file: FileExportState }) {
  const { t } = useText()
  const { base, may, isOwn } = usePeopleSide()
  const shown = { ...queryOf(useTableState(peopleDefaults)), cursor: undefined }
  const start = () => file.start({ path: `${base}/people/export`, body: shown, type: 'text/csv;charset=utf-8', end: '\r\n', name: t('users.file'), extension: 'csv' })
  return (
    <GuardedButton icon={<ArrowDownloadRegular />} blockedBecause={may.take ? undefined : t(isOwn ? 'users.blocked.export' : 'users.blocked.onBehalf')} disabledFocusable={file.bytes !== null} onClick={start}>
      {t('users.export')}
    </GuardedButton>
  )
}
