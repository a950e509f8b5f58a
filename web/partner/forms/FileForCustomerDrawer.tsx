import { useQuery } from '@tanstack/react-query'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { FileRequestDrawer, useFileLabels } from '../../shared/pages/service-requests/FileRequestDrawer.tsx'
import type { CustomerRequests } from '../../shared/pages/service-requests/request-api.ts'
import { SelectField } from '../../shared/ui/FormField.tsx'
import { subscriptionsQuery } from '../parts/subscription-api.ts'

type FileForCustomerDrawerProps = { customerId: string; services: CustomerRequests['services']; onClose: () => void }

/** In the customer's name, to the operator; about one of its subscriptions or a service. */
export function FileForCustomerDrawer({ customerId, services, onClose }: FileForCustomerDrawerProps) {
  const { t } = useText()
  const labels = useFileLabels()
  const subscriptions = useQuery(subscriptionsQuery(customerId, { size: 200 })).data?.items.filter(({ status }) => status !== 'deleted') ?? []
  const abouts = [
    ...subscriptions.map(({ subscriptionId, friendlyName, offerName }) => ({ value: subscriptionId, label: friendlyName ?? offerName })),
    ...services.map(({ id, name }) => ({ value: id, label: t('serviceRequests.serviceAlone', { name }) })),
    { value: '', label: t('serviceRequests.nothing') },
  ]
  const isSubscription = (id: string) => subscriptions.some(({ subscriptionId }) => subscriptionId === id)
  return (
    <FileRequestDrawer
      side="partner"
      path={`/customers/${customerId}/service-requests`}
      intro={t('serviceRequests.intro.forCustomer')}
      labels={labels}
      required={[]}
      bodyOf={({ about }) => (isSubscription(about) ? { subscriptionId: about } : { serviceId: about === '' ? null : about })}
      onClose={onClose}
    >
      {(form) => <SelectField field={{ ...form.field('about'), isRequired: true }} label={labels.about} choices={abouts} />}
    </FileRequestDrawer>
  )
}
