import { type FileExportState, useFileExport } from '../../export/use-file-export.ts'
import { useText } from '../../language/LanguageProvider.tsx'

export type TakePersonalData = { state: FileExportState; take: (path: string, body: unknown) => void }

/** One file about one person at a time. */
export function useTakePersonalData(): TakePersonalData {
  const { t } = useText()
  const state = useFileExport()
  const take = (path: string, body: unknown) => {
    if (state.bytes === null) state.start({ path, body, type: 'application/json', end: '"isWhole":true}\n', name: t('personalData.file'), extension: 'json' })
  }
  return { state, take }
}
