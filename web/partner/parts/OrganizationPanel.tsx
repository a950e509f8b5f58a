import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { describeProblem } from '../../shared/api/describe-problem.ts'
import { isProblem } from '../../shared/api/problem.ts'
import { useFormats, useText } from '../../shared/language/LanguageProvider.tsx'
import { ErrorState } from '../../shared/ui/ErrorState.tsx'
import { KeyValueList } from '../../shared/ui/KeyValueList.tsx'
import { LoadingState } from '../../shared/ui/LoadingState.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { QuietText, Stack } from '../../shared/ui/Stack.tsx'
import { useNotify } from '../../shared/ui/Toasts.tsx'
import { useEditing } from '../../shared/ui/use-editing.ts'
import { EditOrganizationForm } from '../forms/EditOrganizationForm.tsx'
import { organizationQuery, type Customer, type Organization } from './customer-api.ts'
import { GuardedButton } from '../../shared/ui/GuardedButton.tsx'

/** The customer's own contact data, changed on its behalf; every look and change is a use of the privileges that both sides see. */
export function OrganizationPanel({ customer }: { customer: Customer }) {
  const { t } = useText()
  const [isOpen, setOpen] = useState(false)
  const blocked = useBlocked(customer)
  const title = t('customerAccount.onBehalf')
  if (isOpen && blocked === undefined) {
    return (
      <Panel title={title}>
        <OpenedOrganization customer={customer} />
      </Panel>
    )
  }
  return (
    <Panel title={title}>
      <Stack>
        <QuietText>{t('customerAccount.onBehalfText')}</QuietText>
        <div>
          <GuardedButton blockedBecause={blocked} onClick={() => setOpen(true)}>
            {t('customerAccount.openOrganization')}
          </GuardedButton>
        </div>
        {blocked && <QuietText>{blocked}</QuietText>}
      </Stack>
    </Panel>
  )
}

function useBlocked({ privileges, can }: Customer): string | undefined {
  const { t } = useText()
  if (can.includes('readOrganization')) return undefined
  return t(privileges.length > 0 ? 'customerAccount.blocked.onBehalf' : 'customerAccount.blocked.noPrivileges')
}

function OpenedOrganization({ customer }: { customer: Customer }) {
  const texts = useText()
  const { t } = texts
  const notify = useNotify()
  const query = useQuery(organizationQuery(customer.customerId))
  const { isEditing, open, close, button } = useEditing()
  if (query.error && (!query.data || isProblem(query.error, 'notAllowed'))) return <ErrorState problem={describeProblem(query.error, texts)} onRetry={() => void query.refetch()} />
  if (!query.data) return <LoadingState />
  const { value, etag } = query.data
  if (isEditing) {
    const saved = () => {
      notify.done(t('customerAccount.saved'))
      close()
    }
    return <EditOrganizationForm customerId={customer.customerId} organization={value} etag={etag} onSaved={saved} onCancel={close} />
  }
  return (
    <Stack>
      <OrganizationLines organization={value} />
      <div>
        <GuardedButton ref={button} size="small" blockedBecause={value.can.includes('update') ? undefined : t('customerAccount.blocked.updateOrganization')} onClick={open}>
          {t('customerAccount.edit')}
        </GuardedButton>
      </div>
    </Stack>
  )
}

function OrganizationLines({ organization }: { organization: Organization }) {
  const { t } = useText()
  const formats = useFormats()
  const { contactName, contactMail, contactPhone, language } = organization
  return (
    <KeyValueList
      items={[
        { key: t('customerAccount.contactName'), value: contactName || t('customerAccount.notGiven') },
        { key: t('customerAccount.contactMail'), value: contactMail || t('customerAccount.notGiven') },
        { key: t('customerAccount.contactPhone'), value: contactPhone || t('customerAccount.notGiven') },
        { key: t('customerAccount.language'), value: language ? formats.language(language) : t('customerAccount.notGiven') },
      ]}
    />
  )
}
