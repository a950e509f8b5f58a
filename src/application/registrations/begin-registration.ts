import { mailAddress } from '../../domain/addresses.ts'
import { countryCode } from '../../domain/countries.ts'
import { DomainError } from '../../domain/errors.ts'
import { noTenant } from '../../domain/ids.ts'
import type { InvitationFacts } from '../../domain/invitations/invitation-facts.ts'
import { verdict } from '../../domain/invitations/verdict.ts'
import { mayBeRelated } from '../../domain/markets/markets.ts'
import { displayName } from '../../domain/names/name.ts'
import { type Registration, registrationMinutes } from '../../domain/registrations/registration.ts'
import type { Language } from '../../language/languages.ts'
import { mailCodeHashes, newMailCode } from '../../security/mail-code.ts'
import { hashSecret, newSecret } from '../../security/secret.ts'
import { enterRegistration, insertRegistration } from '../../store/registration-store.ts'
import { type LinkPresented, loadInvitation } from '../invitations/load-invitation.ts'
import { refusalOf } from '../invitations/refuse.ts'
import { requireReachable } from '../mail/address-book.ts'
import { queueMail } from '../mail/queue-mail.ts'
import type { UseCase, Work } from '../use-case.ts'

export interface BeginRegistration {
  readonly link: LinkPresented
  readonly companyName: string
  readonly country: string
  readonly language: Language
  readonly displayName: string
  readonly mail: string
}

/**
 * A company without a tenant says who it is; a code goes to its mail address, and nothing exists until it comes back
 * (decision 27). Refused before anything is mailed where the link could not be accepted by such a company anyway.
 */
export const beginRegistration: UseCase<BeginRegistration, { readonly registrationSecret: string }> = {
  action: 'invitation.register',
  linkSecret: ({ link }) => link.secretSha256,

  async run(work, { link, ...wish }) {
    const { facts } = await loadInvitation(work, { link, languages: [], hold: false })
    const registration = registrationFrom(work, wish, facts)
    requireRegistrable(facts, registration)
    if (!work.env.mailLeaves && !work.env.isDemo) {
      throw new DomainError('invitationNotPossible', 'No mail leaves this installation.', { reason: 'registrationNeedsMail', next: 'contactPartner' })
    }
    await requireReachable(work, { template: 'registrationCode', tenantId: noTenant, recipient: registration.mail })
    const secret = newSecret('registration', work.env.random)
    const code = newMailCode(work.env.random)
    const secretHash = hashSecret(secret)
    await enterRegistration(work.trx, secretHash)
    await insertRegistration(work.trx, registration, { secretHash, codeHash: mailCodeHashes(work.env.keyRing, registration.id, code)[0]!, at: work.now })
    await queueMail(work, {
      template: 'registrationCode',
      tenantId: noTenant,
      recipient: registration.mail,
      language: wish.language,
      values: { companyName: registration.companyName, minutes: registrationMinutes },
      secret: code,
      aboutId: registration.id,
    })
    return { registrationSecret: secret }
  },
}

function registrationFrom(work: Work, wish: Omit<BeginRegistration, 'link'>, { manifest }: InvitationFacts): Registration {
  return {
    id: work.newId(),
    cloud: manifest.id,
    companyName: displayName(wish.companyName),
    country: countryCode(wish.country),
    language: wish.language,
    displayName: displayName(wish.displayName),
    mail: mailAddress(wish.mail).address,
    attempts: 0,
    expiresAt: new Date(work.now.getTime() + registrationMinutes * 60_000),
    confirmedAt: null,
  }
}

function requireRegistrable(facts: InvitationFacts, { country }: Registration): void {
  const { canRegister, reasonCode, next } = verdict(facts)
  const { manifest, link, partners } = facts
  if (!canRegister) {
    if (reasonCode !== 'notSignedIn' && reasonCode !== 'noCustomerTenant') throw refusalOf(reasonCode ?? 'alreadyRelated', next)
    throw refusalOf(manifest.closedToCreatingTenants ? 'cloudClosedToRegistration' : 'wrongAccount')
  }
  const isOutside = (link.named?.country ?? country) !== country || !partners.every((partner) => mayBeRelated(manifest, partner.country, country))
  if (isOutside) throw refusalOf('wrongRegion')
}
