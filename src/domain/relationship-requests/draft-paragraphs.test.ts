import { expect, it } from 'vitest'
import { draftParagraphs } from './draft-paragraphs.ts'

const link = 'https://vinculo.example/admin/partner-invitation?invType=x#inv_abc'

it('everything but the link may be edited where the cloud says so', () => {
  const paragraphs = draftParagraphs(`Hello,\n\nour words\nin two lines\n\n${link}\n\nBye`, link, undefined)
  expect(paragraphs).toEqual([
    { text: 'Hello,', kind: 'text', editable: true },
    { text: 'our words\nin two lines', kind: 'text', editable: true },
    { text: link, kind: 'link', editable: false },
    { text: 'Bye', kind: 'text', editable: true },
  ])
})

it('what stands at the end stays fixed, however many paragraphs the partner put or left before it', () => {
  const fixed = `fixed\n\n${link}\n\nBye`
  const editable = (own: string) => draftParagraphs(`${own}${fixed}`, link, 3).map((paragraph) => paragraph.editable)
  expect(editable('')).toEqual([false, false, false])
  expect(editable('one\n\n')).toEqual([true, false, false, false])
  expect(editable('one\r\n\r\ntwo\n \nthree\n\n\n')).toEqual([true, true, true, false, false, false])
})
