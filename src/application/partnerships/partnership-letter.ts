import { composePartnershipLetter } from '../../domain/partnerships/letter.ts'
import type { Partnership } from '../../domain/partnerships/partnership.ts'
import type { MailDraft } from '../../domain/mail-drafts/draft.ts'
import { draftParagraphs } from '../../domain/relationship-requests/draft-paragraphs.ts'
import { open, seal } from '../../security/seal.ts'
import { hashSecret, newSecret } from '../../security/secret.ts'
import { sealedPartnershipSecret } from '../../store/partnership-store.ts'
import type { Environment } from '../environment.ts'
import { wordsToShow } from '../relationship-requests/request-draft.ts'
import type { MintedSecret } from '../relationship-requests/request-link.ts'
import type { Work } from '../use-case.ts'

/** Where a reseller reads and answers; spelled in web/shared/paths.ts too. */
export const providerInvitationPath = '/partner/provider-invitation'

/** Bound to the provider by its secret alone, which stands in the fragment and reaches no log (as invitationUrl does it). */
export function mintPartnershipSecret(env: Environment, id: string): MintedSecret {
  const secret = newSecret('partnership', env.random)
  return { secret, stored: { hash: hashSecret(secret), sealed: seal(env.keyRing, 'partnershipLink', id, secret) } }
}

/** It points to PUBLIC_URL, whatever host this request came by (decision 22). */
export function partnershipLink({ publicUrl }: Environment, secret: string): string {
  return `${publicUrl}${providerInvitationPath}#${secret}`
}

/** The link of an existing request, shown again to those who may ask. */
export async function storedPartnershipLink({ env, trx }: Work, { providerId, id }: Partnership): Promise<string> {
  return partnershipLink(env, open(env.keyRing, 'partnershipLink', id, await sealedPartnershipSecret(trx, providerId, id)))
}

export function composeLetter({ person }: Work, partnership: Partnership, link: string): MailDraft {
  return composePartnershipLetter(
    {
      provider: { name: person.tenantName, country: person.country, partnerId: person.tenantId },
      resellerName: partnership.namedCompany,
      link,
      validUntil: { at: partnership.expiresAt, timeZone: person.timeZone },
    },
    partnership.language,
  )
}

/** The words as the provider left them; everything but the link may be changed. */
export function storedLetter({ language, subject, body }: Partnership, link: string): MailDraft {
  const text = wordsToShow(body, link)
  return { language, subject, paragraphs: draftParagraphs(text, link, undefined), text }
}
