import type { AssignableRole } from '../../domain/roles.ts'
import { customerRoles, operatorRoles, partnerRoles } from '../../domain/roles.ts'
import { type Portal, portalsOf, type TenantKinds } from '../../domain/people/portals.ts'
import { invitationDays, mailConfirmationHours, passwordResetMinutes } from '../../domain/people/person.ts'
import { hashSecret, newSecret, type Secret } from '../../security/secret.ts'
import { insertOneTimeSecret, type OneTimeSecretKind } from '../../store/one-time-secret-store.ts'
import type { Work } from '../use-case.ts'

export const portalPaths: Readonly<Record<Portal, string>> = { partner: '/partner', customer: '/admin', operator: '/operator' }

const lifetimeMinutes: Readonly<Record<OneTimeSecretKind, number>> = {
  passwordReset: passwordResetMinutes,
  personInvitation: invitationDays * 24 * 60,
  mailConfirmation: mailConfirmationHours * 60,
}

const pages: Readonly<Record<OneTimeSecretKind, string>> = {
  passwordReset: 'set-password',
  personInvitation: 'set-password?for=invitation',
  mailConfirmation: 'confirm-mail',
}

/**
 * A link that lets one person choose a password, or confirms an address, once. Only the hash stays here: the link goes into the mail that is
 * queued in the same transaction, or onto the screen of the operator who hands it out. Links before it end.
 */
export async function newPersonLink(
  work: Pick<Work, 'trx' | 'env' | 'actor' | 'newId'>,
  to: { readonly tenantId: string; readonly personId: string; readonly kind: OneTimeSecretKind; readonly portal: Portal; readonly newMail?: string },
): Promise<{ readonly link: string; readonly secret: Secret; readonly expiresAt: Date }> {
  const { env, trx, actor } = work
  const secret = newSecret(to.kind, env.random)
  const createdAt = env.clock()
  const expiresAt = new Date(createdAt.getTime() + lifetimeMinutes[to.kind] * 60_000)
  await insertOneTimeSecret(trx, {
    id: work.newId(),
    tenantId: to.tenantId,
    personId: to.personId,
    kind: to.kind,
    secretHash: hashSecret(secret),
    createdAt,
    expiresAt,
    createdBy: actor.kind === 'person' ? actor.personId : null,
    ...(to.newMail !== undefined && { newMail: to.newMail }),
  })
  // In the fragment, which no server and no referrer ever sees.
  return { link: `${env.publicUrl}${portalPaths[to.portal]}/${pages[to.kind]}#${secret}`, secret, expiresAt }
}

/** Where somebody with these roles has most to do. */
export function portalOfPerson(roles: readonly AssignableRole[], tenant: TenantKinds): Portal {
  const has = (some: readonly AssignableRole[]) => some.some((role) => roles.includes(role))
  if (has(operatorRoles)) return 'operator'
  if (has(partnerRoles)) return 'partner'
  if (has(customerRoles)) return 'customer'
  return portalsOf(tenant)[0] ?? 'customer'
}
