import { useQuery, useQueryClient } from '@tanstack/react-query'
import { describeProblem } from '../../shared/api/describe-problem.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { paths } from '../../shared/paths.ts'
import { usePathId } from '../../shared/portal/use-path-id.ts'
import { BulletList } from '../../shared/ui/BulletList.tsx'
import { ButtonLink } from '../../shared/ui/ButtonLink.tsx'
import { CopyableId } from '../../shared/ui/CopyableId.tsx'
import { DateText } from '../../shared/ui/DateText.tsx'
import { ErrorState } from '../../shared/ui/ErrorState.tsx'
import { KeyValueList } from '../../shared/ui/KeyValueList.tsx'
import { LoadingState } from '../../shared/ui/LoadingState.tsx'
import { PageHeader } from '../../shared/ui/PageHeader.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { Acts, QuietText, Stack } from '../../shared/ui/Stack.tsx'
import { StatusBadge } from '../../shared/ui/StatusBadge.tsx'
import { TextLink } from '../../shared/ui/TextLink.tsx'
import { AskAgainLink } from '../parts/AskAgainLink.tsx'
import { customerQuery, removalResultKey, type Customer, type Removal } from '../parts/customer-api.ts'

/** What the removal ended, what it left, and the way back [S1.47, S0.L3.6]. */
export function CustomerRemovedPage() {
  const texts = useText()
  const { t } = texts
  const customerId = usePathId('customerId')
  const query = useQuery(customerQuery(customerId))
  const customer = query.data?.value
  const result = useQueryClient().getQueryData<Removal>(removalResultKey(customerId))
  const titleOf = (known: Customer | undefined) => {
    if (!known) return t('customers.removed')
    return known.removed ? t('customerAccount.removedTitle', { name: known.companyName }) : known.companyName
  }
  return (
    <>
      <PageHeader
        title={titleOf(customer)}
        above={<TextLink href={paths.partner.removedCustomers}>{t('customers.removedTitle')}</TextLink>}
        beside={customer?.removed && <StatusBadge tone="ended">{t('customerAccount.ended')}</StatusBadge>}
      />
      {customer ? (
        <Result customer={customer} removal={result} />
      ) : (
        <Panel>{query.error ? <ErrorState problem={describeProblem(query.error, texts)} onRetry={() => void query.refetch()} /> : <LoadingState />}</Panel>
      )}
    </>
  )
}

function Result({ customer, removal }: { customer: Customer; removal: Removal | undefined }) {
  const { t } = useText()
  const { customerId, companyName, removed, privileges } = customer
  if (!removed) {
    return (
      <Panel>
        <Stack>
          <QuietText>{t('customerAccount.notRemoved', { name: companyName })}</QuietText>
          <Acts>
            <ButtonLink href={paths.partner.customerAccount(customerId)}>{t('customers.openAccount')}</ButtonLink>
          </Acts>
        </Stack>
      </Panel>
    )
  }
  return (
    <>
      <Panel title={t('customerAccount.whatEnded')}>
        <Stack>
          <KeyValueList
            items={[
              { key: t('customers.removedAt'), value: <DateText at={removed.at} as="dateTime" /> },
              { key: t('customers.tenantId'), value: <CopyableId id={customerId} what={t('customers.tenantId')} /> },
              { key: t('customers.primaryDomain'), value: customer.primaryDomain },
            ]}
          />
          <BulletList
            items={[
              t('customerAccount.endedList'),
              t('customerAccount.endedPurchases'),
              t('customerAccount.endedRequests', { count: removal?.requestsWithdrawn ?? -1 }),
              ...(removal?.privilegesEnded ? [t('customerAccount.endedPrivileges')] : []),
            ]}
          />
        </Stack>
      </Panel>
      <Panel title={t('customerAccount.whatRemains')}>
        <BulletList
          items={[
            ...privileges.map(({ serviceName }) => t('customerAccount.remainingPrivileges', { service: serviceName })),
            ...(privileges.length === 0 ? [t('customerAccount.noRemainingPrivileges')] : []),
            t('customerAccount.remainingDuties'),
            t('customerAccount.noNotice'),
          ]}
        />
      </Panel>
      <Panel title={t('customerAccount.nextStep')}>
        <Stack>
          <QuietText>{t('customerAccount.reinstateText')}</QuietText>
          <Acts>
            <AskAgainLink customerId={customerId} companyName={companyName} kind="establish" askPrivileges={removal?.reinstate.askPrivileges} appearance="primary" />
            <ButtonLink href={paths.partner.customers}>{t('customerAccount.backToCustomers')}</ButtonLink>
          </Acts>
        </Stack>
      </Panel>
    </>
  )
}
