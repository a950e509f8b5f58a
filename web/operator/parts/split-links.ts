export type Part = { text: string; isLink: boolean }

/** A sentence mark after a link belongs to the sentence. */
const link = /https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]]/g

/** A text in pieces, links apart. Only http and https are links; nothing is decoded or changed. */
export function splitLinks(text: string): readonly Part[] {
  const parts: Part[] = []
  let done = 0
  for (const { index, 0: found } of text.matchAll(link)) {
    if (index > done) parts.push({ text: text.slice(done, index), isLink: false })
    parts.push({ text: found, isLink: true })
    done = index + found.length
  }
  if (done < text.length) parts.push({ text: text.slice(done), isLink: false })
  return parts
}
