import { useQuery } from '@tanstack/react-query'
import { describeProblem } from '../../shared/api/describe-problem.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { paths } from '../../shared/paths.ts'
import { usePathId } from '../../shared/portal/use-path-id.ts'
import { ErrorState } from '../../shared/ui/ErrorState.tsx'
import { LoadingState } from '../../shared/ui/LoadingState.tsx'
import { PageHeader } from '../../shared/ui/PageHeader.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { TextLink } from '../../shared/ui/TextLink.tsx'
import { RemoveCustomerForm } from '../forms/RemoveCustomerForm.tsx'
import { customerQuery, removalPreviewQuery } from '../parts/customer-api.ts'

/** Everything that must be known before the relationship ends (decision 13) [S0.L3, S1.44-52]. */
export function CustomerRemovalPage() {
  const texts = useText()
  const { t } = texts
  const customerId = usePathId('customerId')
  const customer = useQuery(customerQuery(customerId))
  const preview = useQuery(removalPreviewQuery(customerId))
  const error = customer.error ?? preview.error
  const name = customer.data?.value.companyName
  return (
    <>
      <PageHeader
        title={t('customerAccount.removeCustomer')}
        intro={name}
        above={<TextLink href={paths.partner.customerAccount(customerId)}>{t('customerAccount.title')}</TextLink>}
      />
      {customer.data && preview.data ? (
        <RemoveCustomerForm customer={customer.data.value} preview={preview.data} />
      ) : (
        <Panel>
          {error ? (
            <ErrorState
              problem={describeProblem(error, texts)}
              onRetry={() => {
                void customer.refetch()
                void preview.refetch()
              }}
            />
          ) : (
            <LoadingState lines={8} />
          )}
        </Panel>
      )}
    </>
  )
}
