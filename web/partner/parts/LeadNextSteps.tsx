import { useText } from '../../shared/language/LanguageProvider.tsx'
import { paths } from '../../shared/paths.ts'
import { ButtonLink } from '../../shared/ui/ButtonLink.tsx'
import { GuardedButton } from '../../shared/ui/GuardedButton.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { Acts, QuietText, Stack } from '../../shared/ui/Stack.tsx'
import { requestForDomainHref } from './new-request-href.ts'
import type { Lead } from './referral-api.ts'
import { useAddingBlocked } from './use-adding-blocked.ts'
import { useAskingBlocked } from './use-asking-blocked.ts'

/** When partner and customer agree to work together: the request or the new customer, filled in by an address that survives a reload (S4.16). */
export function LeadNextSteps({ lead: { company } }: { lead: Lead }) {
  const { t } = useText()
  const asking = useAskingBlocked()
  const adding = useAddingBlocked()
  const isTenant = company.id !== null
  const requestHref = company.domain === null ? `${paths.partner.newRequest}` : requestForDomainHref({ domain: company.domain, companyName: company.name })
  const customerHref = `${paths.partner.newCustomer}?${new URLSearchParams({ company: company.name, country: company.country })}`
  return (
    <Panel title={t('referrals.nextTitle')}>
      <Stack>
        <QuietText>{t(isTenant ? 'referrals.nextTenant' : 'referrals.nextOutside')}</QuietText>
        <Acts>
          {asking === undefined ? <ButtonLink appearance="primary" href={requestHref}>{t('referrals.requestRelationship')}</ButtonLink> : <GuardedButton blockedBecause={asking}>{t('referrals.requestRelationship')}</GuardedButton>}
          {!isTenant && (adding === undefined ? <ButtonLink href={customerHref}>{t('referrals.addCustomer')}</ButtonLink> : <GuardedButton blockedBecause={adding}>{t('referrals.addCustomer')}</GuardedButton>)}
        </Acts>
      </Stack>
    </Panel>
  )
}
