import { Type } from 'typebox'
import { languages } from '../language/languages.ts'

/** The pieces that route schemas are made of. Everything has a maximum; nothing is coerced (rule R13). */
export const Id = Type.String({ format: 'id', description: 'A GUID; any letter case is accepted, lower case is given.' })
export const Instant = Type.String({ format: 'date-time', description: 'UTC, RFC 3339.' })
export const Text = (maxLength: number, minLength = 1) => Type.String({ minLength, maxLength })
export const Maybe = <Schema extends ReturnType<typeof Type.String>>(schema: Schema) => Type.Union([schema, Type.Null()])
export const Country = Type.String({ pattern: '^[A-Z]{2}$', description: 'ISO 3166-1 alpha-2.' })
export const Language = Type.String({ pattern: '^[a-z]{2}(-[A-Za-z]{2,4})?$', maxLength: 10, description: 'BCP 47.' })
export const Secret = Type.String({ minLength: 8, maxLength: 100, description: 'An opaque secret with its typed prefix.' })

/** Query strings carry text; sizes are digits without sign, blank or exponent, 1 to 500 (rule R19). */
export const PageSize = Type.String({ pattern: '^([1-9][0-9]?|[1-4][0-9]{2}|500)$', description: 'Rows per page, 1 to 500; 50 by default.' })
/** What is typed into a search box; no NUL, which no database text can hold. */
export const SearchText = Type.String({ minLength: 1, maxLength: 200, pattern: '^[^\\u0000]*$' })
export const Cursor = Type.String({ minLength: 1, maxLength: 4096, description: 'From a former answer: `next` or `previous`.' })

export const Empty = Type.Object({}, { additionalProperties: false })
/** An act that needs no words: nothing at all, or an empty object. */
export const NoBody = Type.Union([Empty, Type.Null()])
export const IdParams = Type.Object({ id: Id }, { additionalProperties: false })
export const Nothing = Type.Null()

export const strict = { additionalProperties: false } as const

/** A language of our own screens and mails. */
export const OwnLanguage = Type.Union(languages.map((language) => Type.Literal(language)), { description: 'en or es.' })
