import { type Static, Type } from 'typebox'
import { chooseLetters, showLetterChoice } from '../../application/mail-blocks/letter-choice.ts'
import { type AnyRoute, route } from '../route.ts'
import { Maybe, Secret, strict } from '../schemas.ts'

const Choice = Type.Union([Type.Literal('nobody'), Type.Literal('sender'), Type.Literal('anybody')], {
  description: 'Whose letters are not wanted: nobody’s, those of the organization that sent this one, or anybody’s here.',
})

export const LetterChoiceView = Type.Object({ address: Type.String(), senderName: Maybe(Type.String()), choice: Choice })
export type LetterChoiceView = Static<typeof LetterChoiceView>

const shown = { tag: 'Letters', answer: LetterChoiceView, budget: 'oneTimeSecret', present: (choice: LetterChoiceView) => choice } as const

export const letterChoiceRoutes: AnyRoute[] = [
  route({
    ...shown,
    method: 'POST',
    path: '/letter-choices/exchange',
    summary: 'Read what the reader of a letter chose; changes nothing',
    useCase: showLetterChoice,
    body: Type.Object({ secret: Secret }, strict),
    input: ({ body }) => body,
  }),
  route({
    ...shown,
    method: 'POST',
    path: '/letter-choices',
    summary: 'Choose with a letter’s link whose letters are not wanted',
    useCase: chooseLetters,
    body: Type.Object({ secret: Secret, choice: Choice }, strict),
    input: ({ body }) => body,
  }),
]
