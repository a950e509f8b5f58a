import { MessageBar, MessageBarBody } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { paths } from '../../shared/paths.ts'
import { TextLink } from '../../shared/ui/TextLink.tsx'
import { customersQuery } from './customer-api.ts'
import { useSettled } from './use-settled.ts'

/** Each customer has one account [S4.8]: whoever types the name of one on the list is led there. Only the own list is asked. */
export function ExistingCustomer({ values }: { values: { readonly companyName: string; readonly country: string } }) {
  const { t } = useText()
  const name = useSettled(values.companyName.trim())
  const found = useQuery({ ...customersQuery({ search: name, match: 'prefix', country: values.country, size: 5 }), enabled: name.length >= 4, retry: false })
  const same = found.data?.items.find(({ companyName }) => companyName.localeCompare(name, undefined, { sensitivity: 'base' }) === 0)
  if (!same || name.length < 4) return null
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        {t('newCustomer.onYourList')} <TextLink href={paths.partner.customerAccount(same.customerId)}>{same.companyName}</TextLink>
      </MessageBarBody>
    </MessageBar>
  )
}
