import { KeyMultipleRegular } from '@fluentui/react-icons'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { LicensesView } from '../../shared/pages/licenses/LicensesView.tsx'
import { usePeopleSide } from '../../shared/pages/settings/people-side.tsx'
import { EmptyState } from '../../shared/ui/EmptyState.tsx'
import { PageHeader } from '../../shared/ui/PageHeader.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'

/** What the organization's users can be given, whoever sold it. */
export function LicensesPage() {
  const { t } = useText()
  const { may } = usePeopleSide()
  return (
    <>
      <PageHeader title={t('licenses.title')} intro={t('licenses.intro')} />
      {may.readLicenses ? (
        <LicensesView />
      ) : (
        <Panel>
          <EmptyState icon={KeyMultipleRegular} title={t('users.notForYourRole')}>
            {t('users.notForYourRoleText')}
          </EmptyState>
        </Panel>
      )}
    </>
  )
}
