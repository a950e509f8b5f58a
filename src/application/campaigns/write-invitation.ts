import type { Campaign } from '../../domain/campaigns/campaign.ts'
import { countryName, listed } from '../../domain/formats.ts'
import type { RelationshipRequest } from '../../domain/relationship-requests/relationship-request.ts'
import { spokenLanguage } from '../../language/languages.ts'
import { partnerFacts } from '../../store/partner-facts-store.ts'
import type { CampaignRow } from '../../store/campaign-row-store.ts'
import { idFrom } from '../id-from.ts'
import { shownInstant } from '../mail/mail-facts.ts'
import { queueMail } from '../mail/queue-mail.ts'
import { storedRequestLink } from '../relationship-requests/request-link.ts'
import { serviceName } from '../service-name.ts'
import type { Work } from '../use-case.ts'

export interface InvitationMail {
  readonly campaign: Campaign
  readonly row: CampaignRow
  readonly request: RelationshipRequest
  readonly occasion: 'first' | 'reminder'
}

/**
 * Writes a row's mail into the outbox (decision 5): our own block with the facts that we know, and below it the partner's
 * words, plain and marked as theirs. The link stands in it once the mail leaves, for it is sealed until then (rule R3).
 */
export async function writeInvitation(work: Work, { campaign, row, request, occasion }: InvitationMail): Promise<CampaignRow> {
  const { person, manifest, trx, now } = work
  const language = spokenLanguage(request.language)
  const [self] = await partnerFacts(trx, [person.tenantId])
  const mails = row.mails + 1
  await queueMail(work, {
    template: 'partnerInvitation',
    tenantId: person.tenantId,
    recipient: row.stated.mail,
    language,
    values: {
      occasion,
      partnerName: person.tenantName,
      partnerId: person.tenantId,
      country: countryName(person.country, language),
      isVerified: self?.verifiedAt != null ? 'yes' : 'no',
      hasPrivileges: request.services.length > 0 ? 'yes' : 'no',
      services: listed(language, request.services.map((id) => serviceName(manifest, id, language))),
      dueAt: shownInstant(request.expiresAt, language, person.timeZone),
      hasWords: campaign.words === null ? 'no' : 'yes',
      words: (campaign.words ?? '').split('\n').map((line) => `> ${line}`).join('\n'),
    },
    secret: await storedRequestLink(work, request),
    aboutId: request.id,
    // The same for the same letter of the same row, so that it cannot stand in the outbox twice.
    id: idFrom(campaign.id, String(row.stated.line), String(mails)),
  })
  return { ...row, mails, mailedAt: now }
}
