import { useText } from '../../language/LanguageProvider.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { JobList } from './JobList.tsx'
import { SkuTable } from './SkuTable.tsx'

/** The licenses of one organization, and the work on many users at once. */
export function LicensesView() {
  const { t } = useText()
  return (
    <>
      <Panel title={t('licenses.owned')}>
        <SkuTable />
      </Panel>
      <JobList />
    </>
  )
}
