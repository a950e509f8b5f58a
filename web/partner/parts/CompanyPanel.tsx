import { useFormats, useText } from '../../shared/language/LanguageProvider.tsx'
import { KeyValueList } from '../../shared/ui/KeyValueList.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { useNotify } from '../../shared/ui/Toasts.tsx'
import { useEditing } from '../../shared/ui/use-editing.ts'
import { EditCustomerForm } from '../forms/EditCustomerForm.tsx'
import type { Billing, Customer } from './customer-api.ts'
import { GuardedButton } from '../../shared/ui/GuardedButton.tsx'

/** Company and billing as this partner keeps them, with their form [S1.45]. */
export function CompanyPanel({ customer, etag }: { customer: Customer; etag: string }) {
  const { t } = useText()
  const notify = useNotify()
  const { isEditing, open, close, button } = useEditing()

  if (isEditing) {
    return (
      <Panel title={t('customerAccount.company')}>
        <EditCustomerForm
          customer={customer}
          etag={etag}
          onCancel={close}
          onSaved={() => {
            notify.done(t('customerAccount.saved'))
            close()
          }}
        />
      </Panel>
    )
  }
  const blocked = customer.can.includes('updateAccount') ? undefined : t(customer.removed ? 'customerAccount.blocked.ended' : 'customerAccount.blocked.update')
  return (
    <Panel
      title={t('customerAccount.company')}
      acts={
        <GuardedButton ref={button} size="small" blockedBecause={blocked} onClick={open}>
          {t('customerAccount.edit')}
        </GuardedButton>
      }
    >
      <CompanyLines customer={customer} />
    </Panel>
  )
}

function CompanyLines({ customer }: { customer: Customer }) {
  const { t } = useText()
  const formats = useFormats()
  const { billing } = customer
  const or = (value: string | null) => value || t('customerAccount.notGiven')
  return (
    <KeyValueList
      items={[
        { key: t('customerAccount.companyName'), value: customer.companyName },
        customer.registrationNumber !== null && { key: t('newCustomer.registrationNumber'), value: customer.registrationNumber },
        { key: t('customerAccount.contact'), value: or(contactName(billing)) },
        { key: t('customerAccount.mail'), value: or(billing.mail) },
        { key: t('customerAccount.phone'), value: or(billing.phone) },
        { key: t('customerAccount.language'), value: billing.language ? languageAndFormat(formats.language(billing.language), billing) : t('customerAccount.notGiven') },
        { key: t('customerAccount.address'), value: <Address billing={billing} /> },
      ]}
    />
  )
}

/** "Spanish (es-ES)": the language, and how dates and amounts are written on this partner's bills. */
const languageAndFormat = (language: string, { culture }: Billing): string => (culture ? `${language} (${culture})` : language)

/** Names are written family-last only where nothing says otherwise; the parts stay as they were given. */
const contactName = ({ firstName, lastName }: Billing): string => [firstName, lastName].filter(Boolean).join(' ')

function Address({ billing }: { billing: Billing }) {
  const { t } = useText()
  const { addressLine1, addressLine2, postalCode, city, state } = billing
  const lines = [addressLine1, addressLine2, [postalCode, city].filter(Boolean).join(' '), state].filter(Boolean)
  if (lines.length === 0) return t('customerAccount.notGiven')
  return lines.map((line) => (
    <span key={line}>
      {line}
      <br />
    </span>
  ))
}
