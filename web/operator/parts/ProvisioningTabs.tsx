import { useText } from '../../shared/language/LanguageProvider.tsx'
import { paths } from '../../shared/paths.ts'
import { TabLinks } from '../../shared/ui/TabLinks.tsx'

/** What waits, and where it goes to be provisioned. */
export function ProvisioningTabs({ current }: { current: 'waiting' | 'connectors' }) {
  const { t } = useText()
  const { provisioning, connectors } = paths.operator
  return (
    <TabLinks
      label={t('connectors.views')}
      tabs={[
        { label: t('connectors.waiting'), href: provisioning, isCurrent: current === 'waiting' },
        { label: t('connectors.title'), href: connectors, isCurrent: current === 'connectors' },
      ]}
    />
  )
}
