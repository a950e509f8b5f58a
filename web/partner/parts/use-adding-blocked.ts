import { useCan, useSignedIn } from '../../shared/api/session.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'

/** Why this person cannot add customers now; undefined where nothing stands in the way. The server judges again. */
export function useAddingBlocked(): string | undefined {
  const { t } = useText()
  const can = useCan()
  const { tenant, cloud } = useSignedIn()
  const isOnlyReseller = tenant.partnerKinds.length > 0 && tenant.partnerKinds.every((kind) => kind === 'indirectReseller')

  // The cloud first: where nobody may, nobody needs to look for another role.
  if (cloud.closedToCreatingTenants) return t('newCustomer.blocked.closed')
  if (isOnlyReseller) return t('newCustomer.blocked.reseller')
  if (!can('customer.create')) return t('newCustomer.blocked.role')
  if (tenant.partnerStatus === 'suspended') return t('newCustomer.blocked.suspended')
  if (tenant.inDebt && cloud.debtBlocksRequests) return t('newCustomer.blocked.debt')
  return undefined
}
