import type { DraftEditing } from '../../../src/domain/clouds/manifest.ts'
import type { DraftParagraph } from '../parts/request-api.ts'

/** A stretch of the letter: the partner's to change, or protected. */
export type Zone = { kind: 'own' | 'link' | 'locked'; text: string }

const kindOf = ({ kind, editable }: DraftParagraph): Zone['kind'] => {
  if (kind === 'link') return 'link'
  return editable ? 'own' : 'locked'
}

/**
 * Neighbouring paragraphs of one kind become one stretch. Where the cloud leaves room for own words there is always a
 * stretch to write in, even if everything in it was deleted before.
 */
export function zonesOf(paragraphs: readonly DraftParagraph[], editing: DraftEditing): Zone[] {
  const zones: Zone[] = []
  for (const paragraph of paragraphs) {
    const kind = kindOf(paragraph)
    const last = zones.at(-1)
    if (last && last.kind === kind && kind !== 'link') last.text += `\n\n${paragraph.text}`
    else zones.push({ kind, text: paragraph.text })
  }
  const isReadOnly = zones.every(({ kind }) => kind !== 'own')
  if (isReadOnly && editing === 'allButLink') return zones
  if (zones[0]?.kind !== 'own') zones.unshift({ kind: 'own', text: '' })
  if (editing === 'allButLink' && zones.at(-1)?.kind !== 'own') zones.push({ kind: 'own', text: '' })
  return zones
}

/** The letter as it will be sent: stretches with an empty line between them, empty ones left out. */
export function letterOf(zones: readonly Zone[]): string {
  return zones
    .map(({ kind, text }) => (kind === 'own' ? text.replace(/^\s*\n|\s+$/g, '') : text))
    .filter((text) => text.trim() !== '')
    .join('\n\n')
}

export type LetterRefusal = { code: string; text: string }

/** The stretch to which a refusal belongs, so that it is shown there; the first own one where it cannot be told. */
export function refusedZone(zones: readonly Zone[], code: string): number {
  const link = zones.find(({ kind }) => kind === 'link')?.text ?? ''
  const suspects: Record<string, (text: string) => boolean> = {
    linkRepeated: (text) => text.includes(link),
    linkChanged: (text) => looksLikeLink(text, link),
    linkImitated: (text) => looksLikeLink(text, link),
    controlCharacters: (text) => hidden.test(text),
    tooLong: (text) => text.length === Math.max(...zones.map((zone) => zone.text.length)),
  }
  const found = zones.findIndex(({ kind, text }) => kind === 'own' && suspects[code]?.(text))
  return found >= 0 ? found : zones.findIndex(({ kind }) => kind === 'own')
}

const hidden = /[\p{Cs}\u2028\u2029\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]|\p{Bidi_Control}/u

function looksLikeLink(text: string, link: string): boolean {
  const host = /^https?:\/\/([^/]+)/.exec(link)?.[1]
  return (host !== undefined && text.toLowerCase().includes(host)) || /partnerid=|invtype=|partner-invitation/i.test(text)
}
