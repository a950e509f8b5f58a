import { describe, expect, it } from 'vitest'
import type { DraftParagraph } from '../parts/request-api.ts'
import { letterOf, refusedZone, zonesOf } from './draft-zones.ts'

const link = 'https://vinculo.example/admin/partner-invitation?partnerId=1#inv_abc'
const text = (words: string, editable: boolean): DraftParagraph => ({ text: words, editable, kind: 'text' })
const linkParagraph: DraftParagraph = { text: link, editable: false, kind: 'link' }

describe('a letter that is free around its link', () => {
  const letter = [text('Good morning.', true), text('We ask.', true), linkParagraph, text('Regards', true)]

  it('is two stretches to write in, with the protected link between them', () => {
    expect(zonesOf(letter, 'allButLink')).toEqual([
      { kind: 'own', text: 'Good morning.\n\nWe ask.' },
      { kind: 'link', text: link },
      { kind: 'own', text: 'Regards' },
    ])
  })

  it('reads as before when nothing was changed', () => {
    expect(letterOf(zonesOf(letter, 'allButLink'))).toBe(`Good morning.\n\nWe ask.\n\n${link}\n\nRegards`)
  })

  it('keeps the link alone on its line when everything else is deleted, and leaves room to write again', () => {
    const zones = zonesOf(letter, 'allButLink').map((zone) => (zone.kind === 'own' ? { ...zone, text: ' \n ' } : zone))
    expect(letterOf(zones)).toBe(link)
    expect(zonesOf([linkParagraph, text('Regards', true)], 'allButLink').map(({ kind }) => kind)).toEqual(['own', 'link', 'own'])
  })
})

describe('a letter of which only the first two paragraphs are free', () => {
  const letter = [text('Good morning.', true), text('We ask.', true), text('Who asks.', false), linkParagraph, text('Regards', false)]

  it('is one stretch to write in, and the rest is protected', () => {
    expect(zonesOf(letter, 'firstTwoParagraphs').map(({ kind }) => kind)).toEqual(['own', 'locked', 'link', 'locked'])
  })

  it('can lose both paragraphs and nothing else', () => {
    const [, ...rest] = zonesOf(letter, 'firstTwoParagraphs')
    expect(letterOf([{ kind: 'own', text: '' }, ...rest])).toBe(`Who asks.\n\n${link}\n\nRegards`)
  })
})

it('a letter in which nothing may be changed offers no stretch to write in', () => {
  expect(zonesOf([text('Sent.', false), linkParagraph], 'allButLink').map(({ kind }) => kind)).toEqual(['locked', 'link'])
})

describe('a refusal of the server', () => {
  const zones = zonesOf([text('Good morning.', true), linkParagraph, text(`Again: ${link}`, true)], 'allButLink')

  it('is shown at the stretch that holds what it is about', () => {
    expect(refusedZone(zones, 'linkRepeated')).toBe(2)
    expect(refusedZone(zones, 'linkImitated')).toBe(2)
  })

  it('is shown at the first stretch where it cannot be told', () => {
    expect(refusedZone(zones, 'somethingElse')).toBe(0)
  })
})
