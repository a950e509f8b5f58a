import { userPrincipalName } from '../../domain/addresses.ts'
import { DomainError } from '../../domain/errors.ts'
import type { PersonId, TenantId } from '../../domain/ids.ts'
import { ownSubdomain, type Registration, registrationState } from '../../domain/registrations/registration.ts'
import { knownTimeZone } from '../../domain/time-zones.ts'
import { mailCodeHashes } from '../../security/mail-code.ts'
import { hashPassword } from '../../security/password-hashes.ts'
import { checkPassword } from '../../security/password-rules.ts'
import { confirmRegistration, countWrongCode, lockRegistration } from '../../store/registration-store.ts'
import { insertPerson } from '../../store/person-store.ts'
import { enterTenant, insertTenant } from '../../store/tenant-store.ts'
import { noteProved } from '../mail/address-book.ts'
import { refusalOf } from '../invitations/refuse.ts'
import { openSession, type OpenedSession } from '../sign-in/open-session.ts'
import { recordAs } from '../sign-in/record-as.ts'
import type { UseCase, Work } from '../use-case.ts'

export interface CompleteRegistration {
  /** SHA-256 of the registration's secret, hex; undefined where what was sent is none */
  readonly secretSha256: string | undefined
  readonly code: string
  readonly password: string
  /** where the company works; UTC where nothing is said */
  readonly timeZone: string | null
  readonly passwordHash?: string
}

export type CompletedRegistration =
  | { readonly isConfirmed: true; readonly session: OpenedSession; readonly userPrincipalName: string }
  /** An answer and not a refusal, so that the try it cost is kept. */
  | { readonly isConfirmed: false }

/**
 * The code proves the mail address; with it tenant, first Global administrator and session come into being together
 * (decision 27). The row is held, so of two who enter the code at once one registers; wrong codes are counted exactly.
 */
export const completeRegistration: UseCase<CompleteRegistration, CompletedRegistration> = {
  action: 'invitation.register',
  linkSecret: ({ secretSha256 }) => secretSha256,

  async prepare(_env, _actor, input) {
    return { ...input, passwordHash: await hashPassword(input.password) }
  },

  async run(work, { secretSha256, code, password, passwordHash, timeZone }) {
    const { trx, now, env } = work
    const registration = secretSha256 === undefined ? undefined : await lockRegistration(trx, Buffer.from(secretSha256, 'hex'))
    if (!registration) throw new DomainError('notFound', 'No such registration.', { reason: 'registrationOver' })
    requireOpen(registration, now)
    if (env.manifestOf(registration.cloud).closedToCreatingTenants) throw refusalOf('cloudClosedToRegistration')
    const { companyName, displayName, mail } = registration
    // Before the code is asked: a weak password costs no try.
    checkPassword(password, { hasSecondFactor: false, ownNames: [companyName, displayName, mail] })
    const zone = timeZone === null ? 'UTC' : knownTimeZone(timeZone)
    if (!mailCodeHashes(env.keyRing, registration.id, code).some((hash) => hash.equals(registration.codeHash))) {
      await countWrongCode(trx, registration.id)
      return { isConfirmed: false }
    }
    await confirmRegistration(trx, registration.id, now)
    await noteProved(work, mail)
    return found(work, registration, { passwordHash: passwordHash!, timeZone: zone })
  },
}

function requireOpen(registration: Registration, now: Date): void {
  const state = registrationState(registration, now)
  if (state === 'over') throw new DomainError('invalidTransition', 'The registration is over.', { reason: 'registrationOver' })
  if (state === 'triesUsedUp') throw new DomainError('invalidTransition', 'The code was tried too often.', { reason: 'codeTriesUsedUp' })
}

/** The tenant, its first Global administrator and their session. */
async function found(work: Work, registration: Registration, given: { passwordHash: string; timeZone: string }): Promise<CompletedRegistration> {
  const { trx, now } = work
  const { cloud, country, displayName, mail, language } = registration
  const tenantId = work.newId() as TenantId
  const personId = work.newId() as PersonId
  await enterTenant(trx, tenantId)
  const primaryDomain = await claimTenant(work, registration, { tenantId, timeZone: given.timeZone })
  const name = nameFor(mail, primaryDomain)
  const roles = ['globalAdministrator'] as const
  await insertPerson(trx, {
    ...{ id: personId, tenantId, displayName, mail, language, roles },
    userPrincipalName: name,
    status: 'active',
    passwordHash: given.passwordHash,
    isMailConfirmed: true,
    createdAt: now,
  })
  const resource = { type: 'tenant', id: tenantId } as const
  await recordAs(work, { personId, tenantId }, { type: 'tenant.registered', resource, readers: [{ tenantId }], data: { cloud, country } })
  const session = await openSession(work, { personId, tenantId, clockOffset: 0 }, { portal: 'customer', awaits: null, authenticatedBy: ['pwd'] })
  return { isConfirmed: true, session, userPrincipalName: name }
}

/** A domain of our own below the installation's host; a second company of that name gets a mark. */
async function claimTenant(work: Work, registration: Registration, { tenantId, timeZone }: { tenantId: string; timeZone: string }): Promise<string> {
  const host = new URL(work.env.publicUrl).hostname
  for (const mark of ['', work.newId().slice(0, 4), work.newId().slice(0, 8)]) {
    const primaryDomain = ownSubdomain(registration.companyName, host, mark)
    try {
      await insertTenant(work.trx, {
        ...{ id: tenantId, cloud: registration.cloud, name: registration.companyName, country: registration.country, primaryDomain, timeZone },
        language: registration.language,
        isCustomer: true,
        isOperator: false,
        origin: 'selfRegistration',
        createdAt: work.now,
      })
      return primaryDomain
    } catch (error) {
      if (!(error instanceof DomainError && error.code === 'alreadyExists')) throw error
    }
  }
  throw new DomainError('busy', 'No free domain was found.')
}

/** People sign in with the address they proved; where it holds signs that a sign-in name cannot, with one below the own domain. */
function nameFor(mail: string, primaryDomain: string): string {
  try {
    return userPrincipalName(mail)
  } catch {
    return userPrincipalName(`${mail.slice(0, mail.lastIndexOf('@')).replace(/[^A-Za-z0-9._-]+/g, '.')}@${primaryDomain}`)
  }
}
