import { useCan, useSignedIn } from '../../shared/api/session.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'

/** Why this person cannot ask customers for anything now; undefined where nothing stands in the way. The server judges again. */
export function useAskingBlocked(): string | undefined {
  const { t } = useText()
  const can = useCan()
  const { tenant, cloud } = useSignedIn()
  const isOnlyReseller = tenant.partnerKinds.length > 0 && tenant.partnerKinds.every((kind) => kind === 'indirectReseller')

  if (!can('relationshipRequest.create')) return t('requests.blocked.role')
  if (tenant.partnerStatus === 'suspended') return t('requests.blocked.suspended')
  if (tenant.inDebt && cloud.debtBlocksRequests) return t('requests.blocked.debt')
  if (isOnlyReseller && !cloud.indirectResellersMayInvite) return t('requests.blocked.reseller')
  return undefined
}
