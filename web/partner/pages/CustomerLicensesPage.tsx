import { KeyMultipleRegular } from '@fluentui/react-icons'
import { useSignedIn } from '../../shared/api/session.ts'
import { LicensesView } from '../../shared/pages/licenses/LicensesView.tsx'
import { CustomersPeople } from '../../shared/pages/settings/people-side.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { Stack } from '../../shared/ui/Stack.tsx'
import { CustomerFrame } from '../parts/CustomerFrame.tsx'
import type { Customer } from '../parts/customer-api.ts'
import { ManagedElsewhere, UsersHidden } from '../parts/UsersHidden.tsx'
import { useCustomersSide } from '../parts/use-customers-side.ts'

/** What the customer's users can be given, whoever sold it; seen with admin privileges, as the users are. */
export function CustomerLicensesPage() {
  return (
    <CustomerFrame view="licenses">
      {(customer) =>
        customer.can.includes('readLicenses') ? (
          <Licenses customer={customer} />
        ) : (
          <UsersHidden customer={customer} icon={KeyMultipleRegular} title="licenses.hidden" text="licenses.hiddenText" />
        )
      }
    </CustomerFrame>
  )
}

function Licenses({ customer }: { customer: Customer }) {
  const { cloud } = useSignedIn()
  return (
    <CustomersPeople side={useCustomersSide(customer)}>
      {!cloud.customerUsersInPartnerPortal && (
        <Panel>
          <Stack>
            <ManagedElsewhere />
          </Stack>
        </Panel>
      )}
      <LicensesView />
    </CustomersPeople>
  )
}
