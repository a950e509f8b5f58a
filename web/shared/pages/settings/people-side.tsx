import { createContext, type ReactNode, useContext } from 'react'
import { useQuery } from '@tanstack/react-query'
import { useCan, useSignedIn } from '../../api/session.ts'
import type { SignedInSession } from '../../api/types.ts'
import { peopleKey } from './people-api.ts'
import { tenantQuery } from './settings-api.ts'

/** Whose people the list shows: one's own organization's, or a customer's on whose behalf the reader acts. The same parts serve both. */
export type PeopleSide = {
  /** in front of `/people` */
  base: string
  /** below which everything that was read about these people lies */
  key: readonly unknown[]
  isOwn: boolean
  /** what these people can be, and so which roles there are to give */
  kinds: Pick<SignedInSession['tenant'], 'isPartner' | 'isCustomer' | 'isOperator'>
  /** the roles with which the reader acts there */
  readerRoles: readonly string[]
  domains: readonly string[]
  /** create: add people; take: their list as a file; licenses are a customer's alone */
  may: { create: boolean; take: boolean; readLicenses: boolean; assignLicenses: boolean }
}

const OtherSide = createContext<PeopleSide | null>(null)

/** What stands below is about the people of a customer. */
export function CustomersPeople({ side, children }: { side: PeopleSide; children: ReactNode }) {
  return <OtherSide value={side}>{children}</OtherSide>
}

export function usePeopleSide(): PeopleSide {
  const other = useContext(OtherSide)
  const { person, tenant } = useSignedIn()
  const can = useCan()
  const domains = useQuery({ ...tenantQuery, enabled: other === null }).data?.value.domains ?? []
  return other ?? { base: '', key: peopleKey, isOwn: true, kinds: tenant, readerRoles: person.roles, domains, may: { create: can('person.create'), take: can('person.export'), readLicenses: tenant.isCustomer && can('person.list'), assignLicenses: tenant.isCustomer && can('person.assignLicenses') } }
}
