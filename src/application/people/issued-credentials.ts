import type { Person } from '../../domain/people/person.ts'
import { findOwnTenant } from '../../store/tenant-store.ts'
import type { Work } from '../use-case.ts'
import type { PeopleSide } from './people-side.ts'
import { portalOfPerson, portalPaths } from './person-link.ts'
import { type ShownPerson, showPerson } from './shown-person.ts'
import { issueTemporaryPassword, type TemporaryPassword } from './temporary-password.ts'

/** A person with a temporary password that is shown once. */
export interface PersonWithCredentials {
  readonly person: ShownPerson
  readonly credentials: { readonly temporaryPassword: string; readonly validUntil: Date; readonly signInUrl: string }
}

/** In the place of the one before. Issued on behalf of a customer, it opens nothing once the privileges have ended. */
export async function withCredentials(work: Work, side: PeopleSide, person: Person, temporary: TemporaryPassword): Promise<PersonWithCredentials> {
  const validUntil = await issueTemporaryPassword(work, person, temporary, side.by.isOnBehalf ? work.person.tenantId : null)
  const tenant = await findOwnTenant(work.trx, side.tenantId)
  return {
    person: await showPerson(work, side, person),
    credentials: { temporaryPassword: temporary.password, validUntil, signInUrl: `${work.env.publicUrl}${portalPaths[portalOfPerson(person.roles, tenant)]}/sign-in` },
  }
}
