import list from 'fxa-common-password-list'

/** Runs that hands type without thinking; forwards, backwards and from any place. */
const runs = [
  '1234567890',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiopasdfghjklzxcvbnm',
  'qwertzuiopasdfghjklyxcvbnm',
  'poiuytrewqlkjhgfdsamnbvcxz',
]
  .map((run) => run.repeat(Math.ceil(256 / run.length)))
  .flatMap((run) => [run, [...run].reverse().join('')])

const written: Readonly<Record<string, string>> = { '@': 'a', '4': 'a', '3': 'e', '1': 'i', '!': 'i', '0': 'o', $: 's', '5': 's', '7': 't' }

/**
 * Whether guessers try this password, or something that differs from it in the usual ways: letter case, accents,
 * digits for letters, digits and signs at the ends, repetition, keyboard runs.
 */
export function isCommonPassword(password: string): boolean {
  const plain = password.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  const word = plain.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
  const forms = new Set([plain, word, spelled(plain), spelled(word)].flatMap((form) => [form, repeatedPart(form)]))
  return [...forms].some((form) => list.test(form)) || isMonotonous(plain)
}

function spelled(text: string): string {
  return text.replace(/[@431!0$57]/g, (sign) => written[sign]!)
}

/** `password` of `passwordpassword`; the text itself when nothing repeats. */
function repeatedPart(text: string): string {
  for (let length = 1; length <= text.length / 2; length += 1) {
    const part = text.slice(0, length)
    if (part.repeat(Math.ceil(text.length / length)).startsWith(text)) return part
  }
  return text
}

function isMonotonous(text: string): boolean {
  return repeatedPart(text).length <= 4 || new Set(text).size <= 3 || runs.some((run) => run.includes(text))
}
