import type { Random } from './random.ts'

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Codes that people read from paper or a screen and type: groups of Crockford's base 32, five bits a character. */
export interface CodeShape {
  readonly groups: number
  readonly groupLength: number
}

/** https://www.crockford.com/base32.html */
export function newCode({ groups, groupLength }: CodeShape, random: Random): string {
  const characters = Array.from(random(groups * groupLength), (byte) => alphabet[byte & 31]!).join('')
  return grouped(characters, groupLength)
}

/** The one spelling of what was typed: any letter case, hyphens and spaces or none, O for 0, I and L for 1. */
export function canonicalCode({ groups, groupLength }: CodeShape, typed: string): string | undefined {
  if (typed.length > groups * groupLength * 3) return undefined
  const characters = typed
    .replace(/[ -]/g, '')
    .replace(/[a-z]/g, (letter) => letter.toUpperCase())
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
  if (characters.length !== groups * groupLength) return undefined
  for (const character of characters) if (!alphabet.includes(character)) return undefined
  return grouped(characters, groupLength)
}

function grouped(characters: string, groupLength: number): string {
  const parts: string[] = []
  for (let start = 0; start < characters.length; start += groupLength) parts.push(characters.slice(start, start + groupLength))
  return parts.join('-')
}
