import { composeDraft } from '../../domain/mail-drafts/compose-draft.ts'
import type { DraftOccasion, MailDraft } from '../../domain/mail-drafts/draft.ts'
import { emlFile } from '../../domain/mail-drafts/eml-file.ts'
import { mailtoUrl } from '../../domain/mail-drafts/mailto-url.ts'
import { draftParagraphs } from '../../domain/relationship-requests/draft-paragraphs.ts'
import { jointSides, type RelationshipRequest } from '../../domain/relationship-requests/relationship-request.ts'
import { type PartnerFacts, partnerFacts } from '../../store/partner-facts-store.ts'
import type { Work } from '../use-case.ts'

/**
 * Stands for the link in stored words: who steals the database must not find one (rule R3). A control character, because no
 * draft may hold one of its own.
 */
const linkMark = '\u0001'

export function wordsToStore(text: string, link: string): string {
  return text.replaceAll(link, linkMark)
}

export function wordsToShow(stored: string, link: string): string {
  return stored.replaceAll(linkMark, link)
}

/** The letter as the cloud, the language and the occasion make it. */
export async function composeRequestDraft(work: Work, request: RelationshipRequest, letter: { readonly link: string; readonly occasion: DraftOccasion }): Promise<MailDraft> {
  const { person, manifest } = work
  const joint = jointSides(request)
  const [reseller, provider] = joint === null ? [] : await partnerFacts(work.trx, [joint.resellerId, joint.providerId])
  return composeDraft(
    {
      kind: request.kind,
      occasion: letter.occasion,
      manifest,
      partner: reseller ? draftPartner(reseller) : { name: person.tenantName, country: person.country, partnerId: person.tenantId },
      ...(provider && { provider: draftPartner(provider), isAskedByProvider: request.isAskedByProvider }),
      ...(request.named.companyName !== null && { customerName: request.named.companyName }),
      asksPrivileges: request.services.length > 0,
      link: letter.link,
      validUntil: { at: request.expiresAt, timeZone: person.timeZone },
    },
    request.language,
  )
}

function draftPartner({ id, name, country }: PartnerFacts) {
  return { name, country, partnerId: id }
}

/** The words as the partner left them, ready for the page on which they are edited. */
export async function storedDraft(work: Work, request: RelationshipRequest, link: string): Promise<MailDraft> {
  const text = wordsToShow(request.body, link)
  const composed = await composeRequestDraft(work, request, { link, occasion: 'first' })
  const lockedCount = work.manifest.draftEditing === 'allButLink' ? undefined : composed.paragraphs.length - 2
  return { language: request.language, subject: request.subject, paragraphs: draftParagraphs(text, link, lockedCount), text }
}

export interface Message {
  readonly subject: string
  readonly text: string
  /** null where mail programs would cut it: the file and copying remain (decision 5) */
  readonly mailtoUrl: string | null
  readonly eml: string
}

/** A letter in every form in which a partner can take it along; it is sent by the partner, never from here [S0.20]. */
export function messageOf(draft: { readonly subject: string; readonly text: string }, now: Date): Message {
  const { subject, text } = draft
  const mailto = mailtoUrl({ subject, text })
  return { subject, text, mailtoUrl: mailto === 'tooLong' ? null : mailto, eml: emlFile({ subject, text }, { date: now }) }
}
