import { useFormats, useText } from '../../shared/language/LanguageProvider.tsx'
import { DateText } from '../../shared/ui/DateText.tsx'
import { KeyValueList } from '../../shared/ui/KeyValueList.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import type { CreationRequest } from './creation-request-api.ts'

/** The form as the reseller filled it in, and who did what when. */
export function CreationRequestFacts({ request }: { request: CreationRequest }) {
  const { t } = useText()
  const formats = useFormats()
  const { customer, side, partner, note } = request
  const erased = t('requests.erased')
  const address = [customer.addressLine1, customer.addressLine2, [customer.postalCode, customer.city].filter(Boolean).join(' '), customer.state].filter(Boolean)
  return (
    <>
      <Panel title={t('newCustomer.accountInfo')}>
        <KeyValueList
          items={[
            { key: t('newCustomer.companyName'), value: customer.companyName },
            { key: t('newCustomer.country'), value: formats.country(customer.country) },
            { key: t('newCustomer.domainPrefix'), value: customer.domainPrefix },
            customer.registrationNumber !== '' && { key: t('newCustomer.registrationNumber'), value: customer.registrationNumber },
            { key: t('newCustomer.address'), value: address.join(', ') },
            { key: t('newCustomer.contact'), value: `${customer.firstName} ${customer.lastName}, ${[customer.mail, customer.phone].filter(Boolean).join(', ')}` },
            { key: t('newCustomer.languageAndFormat'), value: `${formats.language(customer.language)} (${customer.culture})` },
          ]}
        />
      </Panel>
      <Panel title={t('requests.facts')}>
        <KeyValueList
          items={[
            partner && { key: t(`partnerships.side.${side === 'provider' ? 'reseller' : 'provider'}`), value: partner.name },
            note !== null && { key: t(side === 'provider' ? 'creationRequests.noteFrom' : 'creationRequests.note'), value: note },
            { key: t('partnerships.askedAt'), value: <DateText at={request.createdAt} as="dateTime" /> },
            { key: t('requests.createdBy'), value: request.createdBy?.displayName ?? erased },
            request.answeredAt !== null && { key: t(`creationRequests.at.${request.status}`), value: <DateText at={request.answeredAt} as="dateTime" /> },
            request.answeredAt !== null && { key: t('partnerships.answeredBy'), value: request.answeredBy?.displayName ?? erased },
          ]}
        />
      </Panel>
    </>
  )
}
