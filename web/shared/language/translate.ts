import { IntlMessageFormat } from 'intl-messageformat'
import { Children, type ReactNode } from 'react'
import type { Catalogue, en } from './messages/en.ts'

/** The shape a translation must have: the same keys as the English source, no more and no fewer. */
export type Translated<Source> = { readonly [Key in keyof Source]: string }

type Area = keyof Catalogue & string

/** Every message there is, as `area.key`. */
export type MessageKey = { [A in Area]: `${A}.${keyof Catalogue[A] & string}` }[Area]

type Source<Key extends MessageKey> = Key extends `${infer A}.${infer Rest}`
  ? A extends Area
    ? Rest extends keyof (typeof en)[A]
      ? (typeof en)[A][Rest]
      : never
    : never
  : never

/** A message with a placeholder cannot be asked for without values. */
type Values<Text, Value> = Text extends `${string}{${string}`
  ? [values: Readonly<Record<string, Value>>]
  : [values?: Readonly<Record<string, Value>>]

export type TextValue = string | number | bigint | Date

export type Translate = <Key extends MessageKey>(key: Key, ...values: Values<Source<Key>, TextValue>) => string

export type RichValue = TextValue | ReactNode | ((parts: ReactNode[]) => ReactNode)

/** A text with tags (`<b>…</b>`), each drawn by the function of that name. */
export type TranslateRich = <Key extends MessageKey>(
  key: Key,
  values: Readonly<Record<string, RichValue>>,
) => ReactNode

export type Texts = { t: Translate; rich: TranslateRich; has: (key: string) => key is MessageKey }

/** Reads a catalogue for one reader. Parsing is kept, since lists ask for the same message often. */
export function createTexts(catalogue: Catalogue, locale: string): Texts {
  const parsed = new Map<string, IntlMessageFormat>()

  const message = (key: MessageKey): IntlMessageFormat => {
    const known = parsed.get(key)
    if (known) return known
    const text = findMessage(catalogue, key)
    if (text === undefined) throw new TypeError(`No message ${key}`)
    const fresh = new IntlMessageFormat(text, locale)
    parsed.set(key, fresh)
    return fresh
  }

  return {
    t: (key, ...[values]) => String(message(key).format(values)),
    // As an array with keys: the parts of a message never change places.
    rich: (key, values) => Children.toArray(message(key).format<ReactNode>(values as Record<string, ReactNode>) as ReactNode),
    has: (key): key is MessageKey => findMessage(catalogue, key) !== undefined,
  }
}

function findMessage(catalogue: Catalogue, key: string): string | undefined {
  const dot = key.indexOf('.')
  const area = catalogue[key.slice(0, dot) as Area] as Readonly<Record<string, string>> | undefined
  return area && Object.hasOwn(area, key.slice(dot + 1)) ? area[key.slice(dot + 1)] : undefined
}
