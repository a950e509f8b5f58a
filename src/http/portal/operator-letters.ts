import { type Static, Type } from 'typebox'
import { previewLetters } from '../../application/mail/preview-letters.ts'
import { readerLanguage } from '../reader-language.ts'
import { type AnyRoute, route } from '../route.ts'
import { OwnLanguage, strict } from '../schemas.ts'

export const Letters = Type.Object({
  items: Type.Array(Type.Object({ template: Type.String(), subject: Type.String(), text: Type.String({ description: 'Plain text; letters have no other form.' }) })),
})
export type Letters = Static<typeof Letters>

export const operatorLetterRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    path: '/operator/letters',
    summary: 'Read every letter in a language, one’s own unless another is named, with invented facts',
    tag: 'Operator',
    useCase: previewLetters,
    query: Type.Object({ language: Type.Optional(OwnLanguage) }, strict),
    answer: Letters,
    input: ({ query, request }) => ({ language: query.language ?? readerLanguage(request) }),
    present: (letters) => ({ items: letters.map((letter) => ({ ...letter })) }),
  }),
]
