/** RFC 3492 section 5: the letters behind the part of an A-label that follows xn--; undefined when it is none. */
export function punycodeDecode(text: string): string | undefined {
  const cut = text.lastIndexOf('-')
  const output = cut > 0 ? [...text.slice(0, cut)].map((character) => character.codePointAt(0)!) : []
  let position = cut > 0 ? cut + 1 : 0
  let code = 128
  let index = 0
  let bias = 72
  let first = true
  while (position < text.length) {
    const delta = readDelta(text, position, bias)
    if (!delta) return undefined
    position = delta.next
    const length = output.length + 1
    bias = adapt(delta.value, length, first)
    first = false
    code += Math.floor((index + delta.value) / length)
    index = (index + delta.value) % length
    if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return undefined
    output.splice(index++, 0, code)
  }
  return String.fromCodePoint(...output)
}

/** One variable-length integer (RFC 3492, 3.3). */
function readDelta(text: string, from: number, bias: number): { value: number; next: number } | undefined {
  let value = 0
  let weight = 1
  for (let position = from, k = 36; position < text.length; position++, k += 36) {
    const digit = digitOf(text[position]!)
    if (digit === undefined) return undefined
    value += digit * weight
    const threshold = Math.min(26, Math.max(1, k - bias))
    if (digit < threshold) return { value, next: position + 1 }
    weight *= 36 - threshold
    if (value > 0x7fffffff || weight > 0x7fffffff) return undefined
  }
  return undefined
}

function digitOf(character: string): number | undefined {
  const digit = 'abcdefghijklmnopqrstuvwxyz0123456789'.indexOf(character)
  return digit === -1 ? undefined : digit
}

/** RFC 3492, 6.1. */
function adapt(delta: number, length: number, first: boolean): number {
  let rest = Math.floor(delta / (first ? 700 : 2))
  rest += Math.floor(rest / length)
  let k = 0
  for (; rest > 455; k += 36) rest = Math.floor(rest / 35)
  return k + Math.floor((36 * rest) / (rest + 38))
}
