import { useText } from '../../shared/language/LanguageProvider.tsx'
import { FileRequestDrawer, useFileLabels } from '../../shared/pages/service-requests/FileRequestDrawer.tsx'
import { type OwnSupport, sides } from '../../shared/pages/service-requests/request-api.ts'
import { SelectField } from '../../shared/ui/FormField.tsx'
import { QuietText } from '../../shared/ui/Stack.tsx'

type FileOwnRequestDrawerProps = {
  support: OwnSupport
  /** the subscription it begins with; empty for none */
  about: string
  onClose: () => void
}

/** About a product it goes to its contact; otherwise the organization says to whom. */
export function FileOwnRequestDrawer({ support, about, onClose }: FileOwnRequestDrawerProps) {
  const { t } = useText()
  const labels = useFileLabels()
  const { products, partners, services, operatorSupport } = support
  const abouts = [
    ...products.map(({ subscriptionId, name }) => ({ value: subscriptionId, label: name })),
    ...services.map(({ id, name }) => ({ value: id, label: t('serviceRequests.serviceAlone', { name }) })),
    { value: '', label: t('serviceRequests.nothing') },
  ]
  const contactOf = (id: string) => products.find(({ subscriptionId }) => subscriptionId === id)
  return (
    <FileRequestDrawer
      side="customer"
      path={sides.customer.base}
      intro={t('serviceRequests.intro.file')}
      labels={labels}
      required={[]}
      initial={{ about, partnerId: partners[0]?.supportTenantId ?? '' }}
      bodyOf={({ about: chosen, partnerId }) => (contactOf(chosen) ? { subscriptionId: chosen } : { ...(chosen !== '' && { serviceId: chosen }), partnerId: partnerId === '' ? null : partnerId })}
      onClose={onClose}
    >
      {(form) => {
        const product = contactOf(form.values.about)
        return (
          <>
            <SelectField field={{ ...form.field('about'), isRequired: true }} label={labels.about} choices={abouts} />
            {product ? (
              <QuietText>{t('serviceRequests.goesTo', { name: product.contact?.name ?? operatorSupport })}</QuietText>
            ) : (
              <SelectField
                field={{ ...form.field('partnerId'), isRequired: true }}
                label={labels.partnerId}
                choices={[...partners.map(({ supportTenantId, name }) => ({ value: supportTenantId, label: name })), { value: '', label: operatorSupport }]}
              />
            )}
          </>
        )
      }}
    </FileRequestDrawer>
  )
}
