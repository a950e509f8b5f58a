import { PeopleRegular } from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import { useSignedIn } from '../../shared/api/session.ts'
import { useLocalName, useText } from '../../shared/language/LanguageProvider.tsx'
import type { Column } from '../../shared/table/columns.ts'
import { DataTable } from '../../shared/table/DataTable.tsx'
import { useTableState } from '../../shared/table/use-table-state.ts'
import { EmptyState } from '../../shared/ui/EmptyState.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { QuietText } from '../../shared/ui/Stack.tsx'
import { AskAgainLink } from '../parts/AskAgainLink.tsx'
import { customerPeopleQuery, type Customer, type CustomerPerson } from '../parts/customer-api.ts'
import { CustomerFrame } from '../parts/CustomerFrame.tsx'

/** The customer's people, read on its behalf where privileges allow it. */
export function CustomerUsersPage() {
  return (
    <CustomerFrame view="users">
      {(customer) => (
        <>
          <ManagedElsewhere />
          <Panel isFlush>{customer.can.includes('listUsers') ? <People customer={customer} /> : <NotVisible customer={customer} />}</Panel>
        </>
      )}
    </CustomerFrame>
  )
}

/** In national clouds the customer's users are read here and managed elsewhere (E.1, S2.L4.4); said before somebody looks in vain. */
function ManagedElsewhere() {
  const { t } = useText()
  const localName = useLocalName()
  const { cloud } = useSignedIn()
  if (cloud.customerUsersInPartnerPortal) return null
  return (
    <Panel>
      <QuietText>{t('responsibility.usersElsewhere', { portal: localName(cloud.usersManagedIn) })}</QuietText>
      {!cloud.partnerMayResetPasswords && <QuietText>{t('responsibility.noPasswordReset')}</QuietText>}
    </Panel>
  )
}

function People({ customer }: { customer: Customer }) {
  const { t } = useText()
  const state = useTableState({ sort: '' })
  const { cursor } = state
  const page = useQuery(customerPeopleQuery(customer.customerId, { cursor }))
  return (
    <DataTable
      label={t('customerAccount.view.users')}
      columns={useColumns()}
      page={page}
      state={state}
      rowKey={({ id }) => id}
      rowName={({ displayName }) => displayName}
      empty={
        <EmptyState icon={PeopleRegular} title={t('customerAccount.noUsers')}>
          {t('customerAccount.noUsersText')}
        </EmptyState>
      }
    />
  )
}

function useColumns(): readonly Column<CustomerPerson>[] {
  const { t, has } = useText()
  const roleName = (role: string): string => {
    const key = `customerAccount.role.${role}`
    return has(key) ? t(key as 'customerAccount.role.user') : role
  }
  return [
    { id: 'name', header: t('customerAccount.userName'), isTitle: true, cell: ({ displayName }) => displayName },
    { id: 'upn', header: t('customerAccount.userPrincipalName'), cell: ({ userPrincipalName }) => userPrincipalName },
    { id: 'roles', header: t('customerAccount.roles'), cell: ({ roles }) => roles.map(roleName).join(', ') || t('customerAccount.role.user') },
  ]
}

function NotVisible({ customer }: { customer: Customer }) {
  const { t } = useText()
  const { customerId, companyName, privileges, removed } = customer
  const isAskable = privileges.length === 0 && !removed
  return (
    <EmptyState
      icon={PeopleRegular}
      title={t('customerAccount.usersHidden')}
      acts={isAskable && <AskAgainLink customerId={customerId} companyName={companyName} kind="restorePrivileges" />}
    >
      {t(privileges.length > 0 ? 'customerAccount.blocked.onBehalf' : 'customerAccount.usersHiddenText')}
    </EmptyState>
  )
}
