import type { Message } from '../parts/request-api.ts'

/** Longer addresses are cut or refused by common mail programs (decision 5). */
const longestMailto = 1900

/**
 * A letter ready to go, made on the page: for the partner link nothing is kept on the server, so edited words never
 * reach it. The same forms as the server's (src/domain/mail-drafts); letter-message.test.ts holds them together.
 */
export function letterMessage(subject: string, text: string, now: Date): Message {
  const mailtoUrl = `mailto:?subject=${encoded(subject)}&body=${encoded(text)}`
  return { subject, text, mailtoUrl: mailtoUrl.length <= longestMailto ? mailtoUrl : null, eml: mailFile(subject, text, now) }
}

function encoded(text: string): string {
  return encodeURIComponent(wholeCharacters(text).replace(/\r\n?|\n/g, '\r\n'))
}

function mailFile(subject: string, text: string, now: Date): string {
  const headers = [
    'X-Unsent: 1',
    `Date: ${now.toUTCString().replace('GMT', '+0000')}`,
    `Subject: ${encodedWords(wholeCharacters(subject))}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
  ]
  const body = base64(wholeCharacters(text).replace(/\r\n?|\n/g, '\r\n')).replace(/.{76}(?=.)/g, '$&\r\n')
  return `${headers.join('\r\n')}\r\n\r\n${body}\r\n`
}

/** RFC 2047: words of at most 75 characters, cut between code points, one per line. */
function encodedWords(text: string): string {
  const line = text.replace(/[\u0000-\u001f\u007f]+/g, ' ').trim()
  if (/^[\x20-\x7e]{0,60}$/.test(line) && !line.includes('=?')) return line
  const words: string[] = ['']
  for (const character of line) {
    const grown = words.at(-1)! + character
    if (bytes(grown).length > 45) words.push(character)
    else words[words.length - 1] = grown
  }
  return words.map((word) => `=?utf-8?B?${base64(word)}?=`).join('\r\n ')
}

const wholeCharacters = (text: string): string => text.replace(/\p{Cs}/gu, '\ufffd')

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

const base64 = (text: string): string => btoa([...bytes(text)].map((byte) => String.fromCharCode(byte)).join(''))
