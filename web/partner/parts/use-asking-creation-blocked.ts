import { useCan, useSignedIn } from '../../shared/api/session.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'

/** Whether this partner's only kind is indirect reseller: its customers are created by its provider (S1.L1.10). */
export function useIsOnlyReseller(): boolean {
  const { tenant } = useSignedIn()
  return tenant.partnerKinds.length > 0 && tenant.partnerKinds.every((kind) => kind === 'indirectReseller')
}

/** Why this person cannot ask a provider to create a customer now; undefined where nothing stands in the way. The server judges again. */
export function useAskingCreationBlocked(): string | undefined {
  const { t } = useText()
  const can = useCan()
  const { tenant, cloud } = useSignedIn()
  if (cloud.closedToCreatingTenants) return t('newCustomer.blocked.closed')
  if (!tenant.partnerKinds.includes('indirectReseller')) return t('creationRequests.blockedKind')
  if (!can('creationRequest.ask')) return t('newCustomer.blocked.role')
  if (tenant.partnerStatus === 'suspended') return t('newCustomer.blocked.suspended')
  if (tenant.inDebt && cloud.debtBlocksRequests) return t('newCustomer.blocked.debt')
  return undefined
}
