import { useCan, useSignedIn } from '../../shared/api/session.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import type { ListExportArea } from './use-list-export.ts'

/** Why this person cannot export the list now; undefined where nothing stands in the way. The server judges again. */
export function useExportBlocked(area: ListExportArea): string | undefined {
  const { t } = useText()
  const can = useCan()
  const { tenant } = useSignedIn()
  if (!can(area === 'customerExport' ? 'customer.export' : 'campaign.export')) return t(`${area}.blockedRole`)
  if (tenant.partnerStatus === 'suspended') return t(`${area}.blockedSuspended`)
  return undefined
}
