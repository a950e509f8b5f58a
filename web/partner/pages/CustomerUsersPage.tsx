import { useSignedIn } from '../../shared/api/session.ts'
import { FileExportProgress } from '../../shared/export/FileExportProgress.tsx'
import { UploadUsersButton } from '../../shared/pages/licenses/UploadUsersButton.tsx'
import { type FileExportState, useFileExport } from '../../shared/export/use-file-export.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { FormerPeople } from '../../shared/pages/personal-data/FormerPeople.tsx'
import { CreatePersonButton } from '../../shared/pages/settings/CreatePersonButton.tsx'
import { ExportPeopleButton } from '../../shared/pages/settings/ExportPeopleButton.tsx'
import { CustomersPeople } from '../../shared/pages/settings/people-side.tsx'
import { PeopleTable } from '../../shared/pages/settings/PeopleTable.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { QuietText, Stack } from '../../shared/ui/Stack.tsx'
import type { Customer } from '../parts/customer-api.ts'
import { CustomerFrame } from '../parts/CustomerFrame.tsx'
import { ManagedElsewhere, UsersHidden } from '../parts/UsersHidden.tsx'
import { useCustomersSide } from '../parts/use-customers-side.ts'

/** The customer's users, managed on its behalf as far as privileges and cloud allow; the customer does the same in its own portal. */
export function CustomerUsersPage() {
  return <CustomerFrame view="users">{(customer) => (customer.can.includes('listUsers') ? <Users customer={customer} /> : <UsersHidden customer={customer} />)}</CustomerFrame>
}

function Users({ customer }: { customer: Customer }) {
  const { t } = useText()
  const { cloud } = useSignedIn()
  const file = useFileExport()
  return (
    <CustomersPeople side={useCustomersSide(customer)}>
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
      <UploadUsersButton />
      <ExportPeopleButton file={file} />
      <CreatePersonButton />
    </>
  )
}
