import type { DraftParagraph } from '../mail-drafts/draft.ts'

/**
 * The words as the partner left them, in paragraphs, each with what the cloud lets be done to it [S0.17, S2.14].
 * `lockedCount` is how many paragraphs at the end may not change; undefined where only the link is fixed.
 */
export function draftParagraphs(text: string, link: string, lockedCount: number | undefined): DraftParagraph[] {
  const parts = text.replace(/\r\n?/g, '\n').trim().split(/\n[^\S\n]*\n\s*/)
  return parts.map((part, index) => {
    const isLink = part.trim() === link
    const isLocked = lockedCount !== undefined && index >= parts.length - lockedCount
    return { text: isLink ? link : part, kind: isLink ? 'link' : 'text', editable: !isLink && !isLocked }
  })
}
