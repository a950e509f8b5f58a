import { useQuery } from '@tanstack/react-query'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { paths } from '../../shared/paths.ts'
import { Loaded } from '../../shared/portal/Loaded.tsx'
import { usePathId } from '../../shared/portal/use-path-id.ts'
import { PageHeader } from '../../shared/ui/PageHeader.tsx'
import { TextLink } from '../../shared/ui/TextLink.tsx'
import { SupportContactForm } from '../forms/SupportContactForm.tsx'
import { supportContactQuery } from '../parts/support-contact-api.ts'
import { subscriptionQuery } from '../parts/subscription-api.ts'

/** Customers → customer → subscription → Designated support contact [S0.L2.4]. */
export function SupportContactPage() {
  const { t } = useText()
  const [customerId, subscriptionId] = [usePathId('customerId'), usePathId('subscriptionId')]
  const subscription = useQuery(subscriptionQuery(customerId, subscriptionId)).data?.value
  const query = useQuery(supportContactQuery(customerId, subscriptionId))
  return (
    <>
      <PageHeader
        title={t('supportContact.title')}
        intro={t('supportContact.intro')}
        above={<TextLink href={paths.partner.customerSubscription(customerId, subscriptionId)}>{subscription?.friendlyName ?? subscription?.offerName ?? t('subscriptions.name')}</TextLink>}
      />
      <Loaded query={query}>{({ value, etag }) => <SupportContactForm customerId={customerId} subscriptionId={subscriptionId} support={value} etag={etag} />}</Loaded>
    </>
  )
}
