import { Button } from '@fluentui/react-components'
import { useText } from '../language/LanguageProvider.tsx'
import { ProblemBanner } from '../ui/ProblemBanner.tsx'
import { RunningExport } from '../ui/RunningExport.tsx'
import type { FileExportState } from './use-file-export.ts'

/** A file under way with what arrived so far, or why it failed. */
export function FileExportProgress({ state, onCancel }: { state: FileExportState; onCancel: () => void }) {
  const { t } = useText()
  if (state.bytes !== null) {
    return (
      <RunningExport
        title={t('fileExport.running')}
        progress={t('fileExport.arrived', { kilobytes: Math.ceil(state.bytes / 1_000) })}
        hint={t('fileExport.stay')}
        cancelLabel={t('fileExport.cancel')}
        onCancel={onCancel}
      />
    )
  }
  return <ProblemBanner problem={state.problem} acts={<Button size="small" onClick={state.again}>{t('fileExport.again')}</Button>} />
}
