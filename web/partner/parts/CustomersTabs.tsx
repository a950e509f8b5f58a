import { useSignedIn } from '../../shared/api/session.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { paths } from '../../shared/paths.ts'
import { TabLinks } from '../../shared/ui/TabLinks.tsx'

/** Present customers, those whose relationship ended and, between providers and resellers, those that are asked to be created. */
export function CustomersTabs({ current }: { current: 'present' | 'removed' | 'creationRequests' }) {
  const { t } = useText()
  const { customers, removedCustomers, creationRequests } = paths.partner
  const { tenant } = useSignedIn()
  const isIndirect = tenant.partnerKinds.some((kind) => kind === 'indirectProvider' || kind === 'indirectReseller')
  return (
    <TabLinks
      label={t('customers.views')}
      tabs={[
        { label: t('customers.title'), href: customers, isCurrent: current === 'present' },
        { label: t('customers.removedTitle'), href: removedCustomers, isCurrent: current === 'removed' },
        ...(isIndirect ? [{ label: t('creationRequests.title'), href: creationRequests, isCurrent: current === 'creationRequests' }] : []),
      ]}
    />
  )
}
