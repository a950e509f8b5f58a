import { DomainError } from '../errors.ts'

/** Bytes of one file: what fits an ordinary request of one megabyte (decision 19). */
export const mostFileBytes = 700_000

/** What may be sent along, told from the bytes; the endings that such a file may have. */
export const fileKinds = {
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
  'application/pdf': ['pdf'],
  'text/plain': ['txt', 'log', 'csv'],
} as const satisfies Record<string, readonly string[]>
export type FileKind = keyof typeof fileKinds

export interface CheckedFile {
  readonly name: string
  readonly mediaType: FileKind
  readonly content: Buffer
}

/** Refuses what is empty, too big, of another kind, or called something else than it is. */
export function checkedFile(name: string, base64: string): CheckedFile {
  const content = Buffer.from(base64, 'base64')
  if (content.toString('base64').replace(/=+$/, '') !== base64.replace(/=+$/, '')) throw refused('serviceFileForm', 'content')
  if (content.length === 0) throw refused('serviceFileEmpty', 'content')
  if (content.length > mostFileBytes) throw refused('serviceFileTooBig', 'content')
  const mediaType = kindOf(content)
  if (!mediaType) throw refused('serviceFileKind', 'content')
  return { name: checkedName(name, mediaType), mediaType, content }
}

function checkedName(given: string, mediaType: FileKind): string {
  const name = given.normalize('NFC').trim()
  const isPlain = !/[\p{Cc}\p{Cs}\p{Bidi_Control}\p{Cf}\u2028\u2029/\\:*?"<>|]/u.test(name)
  if (!isPlain || [...name].length > 120 || !/^[^.].*\.[a-z0-9]+$/i.test(name)) throw refused('serviceFileName', 'name')
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase()
  const endings: readonly string[] = fileKinds[mediaType]
  if (!endings.includes(ending)) throw refused('serviceFileKind', 'name')
  return name
}

/** By its first bytes; text is what is UTF-8 without control characters. */
function kindOf(content: Buffer): FileKind | undefined {
  const begins = (...bytes: readonly number[]) => bytes.every((byte, at) => content[at] === byte)
  if (begins(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png'
  if (begins(0xff, 0xd8, 0xff)) return 'image/jpeg'
  if (begins(0x25, 0x50, 0x44, 0x46, 0x2d)) return 'application/pdf'
  return isText(content) ? 'text/plain' : undefined
}

function isText(content: Buffer): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(content)
    return !/[\p{Cc}]/u.test(text.replaceAll(/[\r\n\t]/g, ''))
  } catch {
    return false
  }
}

function refused(reason: string, field: string): DomainError {
  return new DomainError('invalidInput', `The file is refused: ${reason}.`, { reason, field })
}
