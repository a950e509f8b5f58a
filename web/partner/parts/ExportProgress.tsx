import { Button } from '@fluentui/react-components'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { ProblemBanner } from '../../shared/ui/ProblemBanner.tsx'
import { RunningExport } from '../../shared/ui/RunningExport.tsx'
import type { ListExportState } from '../forms/use-list-export.ts'

/** An export under way with its rows so far, or why it failed. */
export function ExportProgress({ state, onCancel }: { state: ListExportState; onCancel: () => void }) {
  const { t } = useText()
  if (state.rows !== null) {
    return (
      <RunningExport
        title={t(`${state.area}.running`)}
        progress={t(`${state.area}.rows`, { count: state.rows })}
        hint={t(`${state.area}.stay`)}
        cancelLabel={t(`${state.area}.cancel`)}
        onCancel={onCancel}
      />
    )
  }
  return (
    <ProblemBanner problem={state.problem} acts={<Button size="small" onClick={state.again}>{t(`${state.area}.again`)}</Button>} />
  )
}
