import { expect, it } from 'vitest'
import { emlFile } from '../../../src/domain/mail-drafts/eml-file.ts'
import { mailtoUrl } from '../../../src/domain/mail-drafts/mailto-url.ts'
import { letterMessage } from './letter-message.ts'

const now = new Date('2026-03-04T05:06:07Z')
const link = 'https://vinculo.example/admin/partner-invitation?partnerId=1#pl_abc'

it.each([
  ['plain words', 'Working together', `Good morning,\n\n${link}\n\nRegards`],
  ['words with accents, and line ends of every kind', '¿Trabajamos juntos? =?x?=', `Año nuevo\r\n\r\n${link}\rAdiós`],
  ['Chinese, and half a character', '与我们合作\ud83d', `您好，\n\n${link}\n\n${'谢谢。'.repeat(30)}\ud83d`],
  ['a subject of many words, and an empty text', 'ñ'.repeat(90), ''],
])('a letter of %s leaves the page as it would leave the server', (_, subject, text) => {
  const made = letterMessage(subject, text, now)
  const whole = (words: string) => words.replace(/\p{Cs}/gu, '\ufffd')
  const expected = mailtoUrl({ subject, text })
  expect(made.mailtoUrl).toBe(expected === 'tooLong' ? null : expected)
  expect(made.eml).toBe(emlFile({ subject: whole(subject), text: whole(text) }, { date: now }))
})
