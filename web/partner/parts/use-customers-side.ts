import { useQuery } from '@tanstack/react-query'
import { useSignedIn } from '../../shared/api/session.ts'
import type { PeopleSide } from '../../shared/pages/settings/people-side.tsx'
import { rolesOnBehalf } from '../../shared/pages/settings/roles.ts'
import { type Customer, customerKey, organizationQuery } from './customer-api.ts'

/** The people of a customer, as far as the reader may act on its behalf. */
export function useCustomersSide({ customerId, can }: Customer): PeopleSide {
  const { person } = useSignedIn()
  const organization = useQuery({ ...organizationQuery(customerId), enabled: can.includes('createUsers') })
  return {
    base: `/customers/${customerId}`,
    key: [...customerKey(customerId), 'people'],
    isOwn: false,
    kinds: { isPartner: false, isCustomer: true, isOperator: false },
    readerRoles: rolesOnBehalf(person.roles),
    domains: organization.data?.value.domains ?? [],
    may: { create: can.includes('createUsers'), take: can.includes('exportUsers'), readLicenses: can.includes('readLicenses'), assignLicenses: can.includes('assignLicenses') },
  }
}
