import { TextLink } from '../../shared/ui/TextLink.tsx'
import { splitLinks } from './split-links.ts'

/** Plain text whose links can be followed only where that is wanted: a mail elsewhere is for its reader alone. */
export function LinkedText({ text, isLinked }: { text: string; isLinked: boolean }) {
  if (!isLinked) return text
  return splitLinks(text).map(({ text: part, isLink }, place) =>
    isLink ? (
      // A mail never changes; its parts keep their places. A new tab keeps the operator where they are.
      <TextLink key={place} inText href={part} target="_blank" rel="noreferrer">
        {part}
      </TextLink>
    ) : (
      part
    ),
  )
}
