import { useText } from '../../shared/language/LanguageProvider.tsx'
import { paths } from '../../shared/paths.ts'
import { TabLinks } from '../../shared/ui/TabLinks.tsx'

/** Present customers and those whose relationship ended. */
export function CustomersTabs({ current }: { current: 'present' | 'removed' }) {
  const { t } = useText()
  const { customers, removedCustomers } = paths.partner
  return (
    <TabLinks
      label={t('customers.views')}
      tabs={[
        { label: t('customers.title'), href: customers, isCurrent: current === 'present' },
        { label: t('customers.removedTitle'), href: removedCustomers, isCurrent: current === 'removed' },
      ]}
    />
  )
}
