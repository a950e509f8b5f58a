import { mailAddress } from '../addresses.ts'

export interface EmlContent {
  readonly subject: string
  readonly text: string
  /** Checked here; left out where the partner fills it in. */
  readonly to?: string
}

/**
 * The draft as a file that mail programs open for sending (X-Unsent). RFC 5322 and MIME, ASCII only, CRLF.
 * It has no From: the program that opens it puts the partner's own. No text can start a header:
 * the subject is encoded word by word, the body is base64, the recipient is a strict address.
 */
export function emlFile({ subject, text, to }: EmlContent, { date }: { readonly date: Date }): string {
  const headers = [
    'X-Unsent: 1',
    `Date: ${mailDate(date)}`,
    ...(to === undefined ? [] : [`To: ${mailAddress(to).address}`]),
    `Subject: ${encodedWords(subject)}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
  ]
  const body = base64(text.replace(/\r\n?|\n/g, '\r\n')).replace(/.{76}(?=.)/g, '$&\r\n')
  return `${headers.join('\r\n')}\r\n\r\n${body}\r\n`
}

/** RFC 2047: words of at most 75 characters, cut between code points, one per line. */
function encodedWords(text: string): string {
  const line = text.replace(/[\u0000-\u001f\u007f]+/g, ' ').trim()
  if (/^[\x20-\x7e]{0,60}$/.test(line) && !line.includes('=?')) return line
  const words: string[] = ['']
  for (const character of line) {
    const grown = words.at(-1)! + character
    if (utf8(grown).length > 45) words.push(character)
    else words[words.length - 1] = grown
  }
  return words.map((word) => `=?utf-8?B?${base64(word)}?=`).join('\r\n ')
}

/** RFC 5322, 3.3; in UTC. */
function mailDate(date: Date): string {
  const two = (number: number): string => String(number).padStart(2, '0')
  const day = 'Sun Mon Tue Wed Thu Fri Sat'.split(' ')[date.getUTCDay()]
  const month = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')[date.getUTCMonth()]
  const time = `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())}`
  return `${day}, ${two(date.getUTCDate())} ${month} ${date.getUTCFullYear()} ${time} +0000`
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

function base64(text: string): string {
  return btoa([...utf8(text)].map((byte) => String.fromCharCode(byte)).join(''))
}
