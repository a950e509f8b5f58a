import { Button } from '@fluentui/react-components'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { ProblemBanner } from '../../shared/ui/ProblemBanner.tsx'
import { RunningExport } from '../../shared/ui/RunningExport.tsx'
import type { CustomerExportState } from '../forms/use-customer-export.ts'

/** An export under way with its rows so far, or why it failed. */
export function ExportProgress({ state, onCancel }: { state: CustomerExportState; onCancel: () => void }) {
  const { t } = useText()
  if (state.rows !== null) {
    return (
      <RunningExport
        title={t('customerExport.running')}
        progress={t('customerExport.rows', { count: state.rows })}
        hint={t('customerExport.stay')}
        cancelLabel={t('customerExport.cancel')}
        onCancel={onCancel}
      />
    )
  }
  return (
    <ProblemBanner problem={state.problem} acts={<Button size="small" onClick={state.again}>{t('customerExport.again')}</Button>} />
  )
}
