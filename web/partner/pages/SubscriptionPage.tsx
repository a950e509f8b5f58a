import { MessageBar, MessageBarBody } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { paths } from '../../shared/paths.ts'
import { Loaded } from '../../shared/portal/Loaded.tsx'
import { usePathId } from '../../shared/portal/use-path-id.ts'
import { PageHeader } from '../../shared/ui/PageHeader.tsx'
import { TextLink } from '../../shared/ui/TextLink.tsx'
import { SubscriptionActs } from '../forms/SubscriptionActs.tsx'
import { useColumnsStyles } from '../parts/CustomerFrame.tsx'
import { customerQuery } from '../parts/customer-api.ts'
import { SubscriptionBadge } from '../parts/SubscriptionBadge.tsx'
import { SubscriptionCharges, SubscriptionFacts } from '../parts/SubscriptionFacts.tsx'
import { SupportContactPanel } from '../parts/SupportContactPanel.tsx'
import { subscriptionQuery } from '../parts/subscription-api.ts'

/** One subscription: what it is, what may be done with it, and what it cost (F.1 subscription detail). */
export function SubscriptionPage() {
  const { t } = useText()
  const styles = useColumnsStyles()
  const customerId = usePathId('customerId')
  const customer = useQuery(customerQuery(customerId)).data?.value
  const query = useQuery(subscriptionQuery(customerId, usePathId('subscriptionId')))
  return (
    <Loaded query={query}>
      {({ value: subscription, etag }) => (
        <>
          <PageHeader
            title={subscription.friendlyName ?? subscription.offerName}
            intro={customer?.companyName}
            above={<TextLink href={paths.partner.customerSubscriptions(customerId)}>{t('subscriptions.title')}</TextLink>}
            beside={<SubscriptionBadge {...subscription} />}
          />
          {subscription.foreign && (
            <MessageBar layout="multiline">
              <MessageBarBody>{subscription.foreign.reasonText}</MessageBarBody>
            </MessageBar>
          )}
          <div className={styles.columns}>
            <SubscriptionFacts customerId={customerId} subscription={subscription} acts={<SubscriptionActs customerId={customerId} subscription={subscription} etag={etag} />} />
            <div>
              {subscription.isSoldByThisPartner && <SubscriptionCharges subscription={subscription} />}
              <SupportContactPanel customerId={customerId} subscriptionId={subscription.subscriptionId} />
            </div>
          </div>
        </>
      )}
    </Loaded>
  )
}
