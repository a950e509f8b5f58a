import { useCan, useSignedIn } from '../../shared/api/session.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'

/** Why this person cannot export the list now; undefined where nothing stands in the way. The server judges again. */
export function useExportBlocked(): string | undefined {
  const { t } = useText()
  const can = useCan()
  const { tenant } = useSignedIn()
  if (!can('customer.export')) return t('customerExport.blockedRole')
  if (tenant.partnerStatus === 'suspended') return t('customerExport.blockedSuspended')
  return undefined
}
