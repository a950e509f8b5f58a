import type { CapabilityManifest } from '../clouds/manifest.ts'
import { DomainError } from '../errors.ts'
import { invitationPath } from '../links/invitation-url.ts'
import { draftText } from './compose-draft.ts'
import type { MailDraft } from './draft.ts'

/** In characters as programs count them. */
export const longestDraft = 20_000
export const longestSubject = 200

export type DraftRefusal =
  | 'tooLong'
  | 'controlCharacters'
  | 'linkMissing'
  | 'linkRepeated'
  | 'linkChanged'
  | 'linkImitated'
  | 'paragraphLocked'
  | 'subjectMissing'

export interface EditedDraft {
  readonly original: MailDraft
  /** The whole text as the partner left it. */
  readonly edited: string
  readonly link: string
  readonly manifest: Pick<CapabilityManifest, 'draftEditing'>
}

/**
 * Why an edited draft cannot be sent; empty where it can [S0.17, S2.14-15]. Asked on the page and again by the server:
 * the exact link stands in the text once, alone between white space, and nothing beside it passes for such a link.
 */
export function checkEditedDraft({ original, edited, link, manifest }: EditedDraft): readonly DraftRefusal[] {
  if (edited.length > longestDraft) return ['tooLong']
  const text = edited.replace(/\r\n?/g, '\n')
  const refusals: DraftRefusal[] = []
  if (hidden.test(text)) refusals.push('controlCharacters')
  refusals.push(...linkRefusals(text, link))
  if (manifest.draftEditing === 'firstTwoParagraphs' && !keepsLockedText(text, original)) refusals.push('paragraphLocked')
  return refusals
}

/** The subject may be rewritten in every cloud; it stays one line. */
export function checkEditedSubject(subject: string): readonly DraftRefusal[] {
  if (subject.trim() === '') return ['subjectMissing']
  if (subject.length > longestSubject) return ['tooLong']
  return hidden.test(subject) || /[\n\t]/.test(subject) ? ['controlCharacters'] : []
}

/** Throws where checkEditedDraft or checkEditedSubject has something to say. */
export function requireSendable(draft: EditedDraft, subject: string): void {
  const refusals = [...checkEditedSubject(subject), ...checkEditedDraft(draft)]
  if (refusals.length > 0) {
    throw new DomainError('draftRefused', `The draft cannot be sent as it is: ${refusals.join(', ')}.`, { reason: refusals[0], refusals })
  }
}

// Tabs and line breaks may stay. Characters that turn the direction of writing could show another link than the one that opens.
const hidden = /[\p{Cs}\u2028\u2029\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]|\p{Bidi_Control}/u

function linkRefusals(text: string, link: string): readonly DraftRefusal[] {
  const tokens = text.split(/\s+/)
  const exact = tokens.filter((token) => token === link).length
  const others = tokens.filter((token) => token !== link)
  if (exact > 1) return ['linkRepeated']
  const altered = others.some((token) => holdsSecretOf(token, link))
  const imitated = others.some((token) => !holdsSecretOf(token, link) && imitates(token, link))
  if (exact === 0) return [altered || imitated ? 'linkChanged' : 'linkMissing']
  if (altered) return ['linkChanged']
  return imitated ? ['linkImitated'] : []
}

function holdsSecretOf(token: string, link: string): boolean {
  const secret = link.slice(link.indexOf('#') + 1)
  return token.toLowerCase().includes(secret.toLowerCase())
}

// The partner may name its own site. What leads to our host, or is built like an invitation on any host, may not stand beside the link.
function imitates(token: string, link: string): boolean {
  const text = token.toLowerCase()
  const host = new URL(link).host
  const plain = tryDecode(text)
  return text.includes(host) || plain.includes(host) || plain.includes(invitationPath) || /partnerid=|invtype=|\b(inv|pl|psh)_[\w-]{20,}/.test(plain)
}

function tryDecode(text: string): string {
  try {
    return decodeURIComponent(text).toLowerCase()
  } catch {
    return text
  }
}

/** Everything from the third paragraph on stands at the end of the text, unchanged; what comes before it is the partner's. */
function keepsLockedText(text: string, original: MailDraft): boolean {
  const locked = draftText(original.paragraphs.slice(2))
  const rest = text.trimEnd()
  if (!rest.endsWith(locked)) return false
  const own = rest.slice(0, rest.length - locked.length)
  const gap = own.slice(own.trimEnd().length)
  return own.trim() === '' || gap.split('\n').length > 2
}
