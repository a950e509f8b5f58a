import { useSignedIn } from '../../shared/api/session.ts'
import { useFormats, useLocalName, useText } from '../../shared/language/LanguageProvider.tsx'
import { CopyableId } from '../../shared/ui/CopyableId.tsx'
import { DateText } from '../../shared/ui/DateText.tsx'
import { KeyValueList } from '../../shared/ui/KeyValueList.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import type { Customer } from './customer-api.ts'
import { Reason } from './Reason.tsx'
import { Tags } from './Tags.tsx'

export function AccountIds({ customer }: { customer: Customer }) {
  const { t } = useText()
  const formats = useFormats()
  const localName = useLocalName()
  const { cloud } = useSignedIn()
  const tenantId = t('customers.tenantId')
  const primaryDomain = t('customers.primaryDomain')
  return (
    <Panel title={t('customerAccount.identity')}>
      <KeyValueList
        items={[
          {
            key: tenantId,
            value: (
              <>
                <CopyableId id={customer.customerId} what={tenantId} />
                <Reason text={t('customerAccount.tenantIdTip')} />
              </>
            ),
          },
          { key: primaryDomain, value: <CopyableId id={customer.primaryDomain} what={primaryDomain} /> },
          { key: t('customers.country'), value: formats.country(customer.country) },
          { key: t('customerAccount.cloud'), value: customer.cloud === cloud.id ? localName(cloud.name) : customer.cloud },
          { key: t('customers.relatedSince'), value: <DateText at={customer.relatedSince} /> },
          { key: t('customers.tags'), value: <Tags tags={customer.tags} /> },
        ]}
      />
    </Panel>
  )
}
