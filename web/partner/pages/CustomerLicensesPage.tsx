import { KeyMultipleRegular } from '@fluentui/react-icons'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { EmptyState } from '../../shared/ui/EmptyState.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { CustomerFrame } from '../parts/CustomerFrame.tsx'

/** Licenses come with subscriptions; until there are any, the page says so. */
export function CustomerLicensesPage() {
  const { t } = useText()
  return (
    <CustomerFrame view="licenses">
      {() => (
        <Panel isFlush>
          <EmptyState icon={KeyMultipleRegular} title={t('customerAccount.noLicenses')}>
            {t('customerAccount.noLicensesText')}
          </EmptyState>
        </Panel>
      )}
    </CustomerFrame>
  )
}
