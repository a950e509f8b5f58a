import { mailAddress } from '../../domain/addresses.ts'
import { displayName } from '../../domain/names/name.ts'
import type { OrganizationChange } from '../../store/organization-store.ts'

/** What may be changed in a tenant, by its own administrators and on its behalf; null takes a contact away. */
export interface OrganizationWish {
  readonly version: number
  readonly language?: string | undefined
  readonly contactName?: string | null | undefined
  readonly contactMail?: string | null | undefined
  readonly contactPhone?: string | null | undefined
}

/** In the form in which each is kept. */
export function changeOf({ language, contactName, contactMail, contactPhone }: OrganizationWish): OrganizationChange {
  return {
    ...(language !== undefined && { language }),
    ...(contactName !== undefined && { contactName: contactName && displayName(contactName) }),
    ...(contactMail !== undefined && { contactMail: contactMail && mailAddress(contactMail).address }),
    ...(contactPhone !== undefined && { contactPhone }),
  }
}
