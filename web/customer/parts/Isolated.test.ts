import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { Isolated } from './Isolated.tsx'

const drawn = (text: string, names: string[]): string => renderToStaticMarkup(createElement(Isolated, { text, names })).replaceAll(/<\/?span>/g, '')

describe('a name inside a sentence', () => {
  it('keeps its direction of writing to itself', () => {
    expect(drawn('נבו asks for this.', ['נבו'])).toBe('<bdi>נבו</bdi> asks for this.')
  })

  it('is isolated at every place and whole, also where one name begins like another', () => {
    expect(drawn('Acme Cloud supplies Acme.', ['Acme', 'Acme Cloud'])).toBe('<bdi>Acme Cloud</bdi> supplies <bdi>Acme</bdi>.')
  })

  it('cannot bring markup along', () => {
    expect(drawn('<b>X</b> asks.', ['<b>X</b>'])).toBe('<bdi>&lt;b&gt;X&lt;/b&gt;</bdi> asks.')
  })

  it('leaves a sentence without it as it is', () => {
    expect(drawn('Nothing changes.', ['Acme', ''])).toBe('Nothing changes.')
  })
})
