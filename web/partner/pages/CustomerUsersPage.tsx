import { PeopleRegular } from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import { useSignedIn } from '../../shared/api/session.ts'
import { FileExportProgress } from '../../shared/export/FileExportProgress.tsx'
import { type FileExportState, useFileExport } from '../../shared/export/use-file-export.ts'
import { useLocalName, useText } from '../../shared/language/LanguageProvider.tsx'
import { FormerPeople } from '../../shared/pages/personal-data/FormerPeople.tsx'
import { CreatePersonButton } from '../../shared/pages/settings/CreatePersonButton.tsx'
import { ExportPeopleButton } from '../../shared/pages/settings/ExportPeopleButton.tsx'
import { CustomersPeople, type PeopleSide } from '../../shared/pages/settings/people-side.tsx'
import { PeopleTable } from '../../shared/pages/settings/PeopleTable.tsx'
import { rolesOnBehalf } from '../../shared/pages/settings/roles.ts'
import { EmptyState } from '../../shared/ui/EmptyState.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { QuietText, Stack } from '../../shared/ui/Stack.tsx'
import { AskAgainLink } from '../parts/AskAgainLink.tsx'
import { customerKey, organizationQuery, type Customer } from '../parts/customer-api.ts'
import { CustomerFrame } from '../parts/CustomerFrame.tsx'

/** The customer's users, managed on its behalf as far as privileges and cloud allow; the customer does the same in its own portal. */
export function CustomerUsersPage() {
  return <CustomerFrame view="users">{(customer) => (customer.can.includes('listUsers') ? <Users customer={customer} /> : <NotVisible customer={customer} />)}</CustomerFrame>
}

function Users({ customer }: { customer: Customer }) {
  const { t } = useText()
  const { cloud } = useSignedIn()
  const file = useFileExport()
  return (
    <CustomersPeople side={useSide(customer)}>
      <Panel title={t('customerAccount.view.users')} acts={cloud.customerUsersInPartnerPortal && <UsersActs file={file} />}>
        <Stack>
          {cloud.customerUsersInPartnerPortal ? <QuietText>{t('users.onBehalfIntro')}</QuietText> : <ManagedElsewhere />}
          <QuietText>{t('users.partnersNotListed')}</QuietText>
        </Stack>
      </Panel>
      <FileExportProgress state={file} onCancel={file.cancel} />
      <PeopleTable label={t('customerAccount.view.users')} />
      <FormerPeople />
    </CustomersPeople>
  )
}

function UsersActs({ file }: { file: FileExportState }) {
  return (
    <>
      <ExportPeopleButton file={file} />
      <CreatePersonButton />
    </>
  )
}

function useSide({ customerId, can }: Customer): PeopleSide {
  const { person } = useSignedIn()
  const organization = useQuery({ ...organizationQuery(customerId), enabled: can.includes('createUsers') })
  return {
    base: `/customers/${customerId}`,
    key: [...customerKey(customerId), 'people'],
    isOwn: false,
    kinds: { isPartner: false, isCustomer: true, isOperator: false },
    readerRoles: rolesOnBehalf(person.roles),
    domains: organization.data?.value.domains ?? [],
    may: { create: can.includes('createUsers'), take: can.includes('exportUsers') },
  }
}

/** In national clouds the customer's users are read here and managed elsewhere (E.1, S2.L4.4); said before somebody looks in vain. */
function ManagedElsewhere() {
  const { t } = useText()
  const localName = useLocalName()
  const { cloud } = useSignedIn()
  return (
    <>
      <QuietText>{t('responsibility.usersElsewhere', { portal: localName(cloud.usersManagedIn) })}</QuietText>
      {!cloud.partnerMayResetPasswords && <QuietText>{t('responsibility.noPasswordReset')}</QuietText>}
    </>
  )
}

function NotVisible({ customer }: { customer: Customer }) {
  const { t } = useText()
  const { customerId, companyName, privileges, removed } = customer
  const isAskable = privileges.length === 0 && !removed
  return (
    <Panel isFlush>
      <EmptyState
        icon={PeopleRegular}
        title={t('customerAccount.usersHidden')}
        acts={isAskable && <AskAgainLink customerId={customerId} companyName={companyName} kind="restorePrivileges" />}
      >
        {t(privileges.length > 0 ? 'customerAccount.blocked.onBehalf' : 'customerAccount.usersHiddenText')}
      </EmptyState>
    </Panel>
  )
}
