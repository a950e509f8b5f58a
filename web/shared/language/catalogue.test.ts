import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, it } from 'vitest'
import { en } from './messages/en.ts'
import { languages } from './languages.ts'

const source = flat(en)
const others = Object.keys(languages).filter((name) => name !== 'en') as Exclude<keyof typeof languages, 'en'>[]

it('the English source itself can be read', () => {
  for (const [key, text] of source) expect(() => new IntlMessageFormat(text, 'en'), key).not.toThrow()
})

describe.each(others)('the catalogue %s', async (name) => {
  const translated = flat(await languages[name].load())

  it('has exactly the keys of the source', () => {
    expect([...translated.keys()].sort()).toEqual([...source.keys()].sort())
  })

  it('names the same placeholders and tags in every message', () => {
    const different = [...source].filter(([key, text]) => {
      const other = translated.get(key)
      return other !== undefined && placeholders(other).join() !== placeholders(text).join()
    })
    expect(different.map(([key]) => key)).toEqual([])
  })

  it('leaves no message empty', () => {
    expect([...translated].filter(([, text]) => text.trim() === '').map(([key]) => key)).toEqual([])
  })
})

it('a differing placeholder is noticed', () => {
  expect(placeholders('{count, plural, one {# client} other {# clients of {name}}}')).toEqual(['count', 'name'])
  expect(placeholders('<b>{name}</b>')).not.toEqual(placeholders('{name}'))
})

function flat(catalogue: Readonly<Record<string, Readonly<Record<string, string>>>>): Map<string, string> {
  return new Map(
    Object.entries(catalogue).flatMap(([area, messages]) =>
      Object.entries(messages).map(([key, text]): [string, string] => [`${area}.${key}`, text]),
    ),
  )
}

type Element = { type: number; value?: unknown; children?: Element[]; options?: Record<string, { value: Element[] }> }

const literal = 0
const pound = 7
const tag = 8

function placeholders(text: string): string[] {
  const found = new Set<string>()
  const walk = (elements: readonly Element[]): void => {
    for (const { type, value, children = [], options = {} } of elements) {
      if (type !== literal && type !== pound) found.add(type === tag ? `<${String(value)}>` : String(value))
      walk(children)
      for (const option of Object.values(options)) walk(option.value)
    }
  }
  walk(new IntlMessageFormat(text, 'en').getAst() as Element[])
  return [...found].sort()
}
