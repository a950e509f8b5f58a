import { DomainError } from '../../domain/errors.ts'
import type { Portal } from '../../domain/people/portals.ts'
import type { Secret } from '../../security/secret.ts'
import { type Credentials, isIssuerStillPrivileged, lockCredentialsOf } from '../../store/credential-store.ts'
import { findPersonOf } from '../../store/person-store.ts'
import { enterTenant, findOwnTenant } from '../../store/tenant-store.ts'
import { newPersonLink, portalOfPerson } from '../people/person-link.ts'
import type { Work } from '../use-case.ts'

/** No session: the right temporary password lets its holder choose an own one, and sign in with that (S1.L1.6). */
export interface OwnPasswordOffer {
  readonly next: 'chooseOwnPassword'
  readonly portal: Portal
  /** for the page that invitations lead to; spent there, once */
  readonly invitation: Secret
}

/**
 * Whoever typed the temporary password joins like an invited colleague, or, having joined before, chooses a new password like
 * somebody who forgot the old one: what comes after, second factor and all, is the same.
 */
export async function offerOwnPassword(work: Work, { tenantId, personId, temporaryPassword }: Credentials, portal: Portal): Promise<OwnPasswordOffer> {
  const { trx, env } = work
  await enterTenant(trx, tenantId)
  const held = await lockCredentialsOf(trx, tenantId, personId)
  const temporary = held?.temporaryPassword
  const isOpen = held?.status === 'invited' || (held?.status === 'active' && held.passwordHash === null)
  if (!isOpen || temporary?.hash !== temporaryPassword?.hash || !temporary) throw refused({ because: 'changedMeanwhile' })
  const tenant = await findOwnTenant(trx, tenantId)
  if (tenant.status !== 'active') throw refused({ because: 'accountClosed' })
  if (temporary.expiresAt.getTime() <= env.clock().getTime()) throw refused({ reason: 'temporaryPasswordOver' })
  if (!(await isIssuerStillPrivileged(trx, tenantId, personId))) throw refused({ reason: 'temporaryPasswordOver' })
  const person = await findPersonOf(trx, tenantId, personId)
  if (portalOfPerson(person.roles, tenant) !== portal) throw refused({ reason: 'wrongPortal' })
  const { secret } = await newPersonLink(work, { tenantId, personId, kind: held.status === 'invited' ? 'personInvitation' : 'passwordReset', portal })
  return { next: 'chooseOwnPassword', portal, invitation: secret }
}

function refused(details: Record<string, unknown>): DomainError {
  return new DomainError('signInFailed', 'The temporary password opens nothing.', details)
}
