import { type Static, Type } from 'typebox'
import { type OwnAgreement as Own, readOwnAgreement, signOwnAgreement } from '../../application/agreements/own-agreement.ts'
import { type AnyRoute, route } from '../route.ts'
import { Id, Language, strict } from '../schemas.ts'

const Text = Type.Object({ versionId: Id, number: Type.Integer(), language: Type.String(), title: Type.String(), body: Type.String(), sha256: Type.String() })

export const OwnAgreement = Type.Object({
  standing: Type.Union([Type.Literal('notRequired'), Type.Literal('accepted'), Type.Literal('missing'), Type.Literal('unavailable')]),
  mustSignAgain: Type.Boolean({ description: 'Signed once, but a version that everybody signs again has been published since.' }),
  text: Type.Union([Text, Type.Null()], { description: 'What applies now.' }),
  languages: Type.Array(Type.String()),
})
export type OwnAgreement = Static<typeof OwnAgreement>

export const ownAgreementRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    path: '/customer-agreement',
    summary: 'Read where one’s organization stands with the customer agreement',
    tag: 'Agreements',
    useCase: readOwnAgreement,
    query: Type.Object({ language: Type.Optional(Language) }, strict),
    answer: OwnAgreement,
    input: ({ query }) => ({ languages: query.language === undefined ? [] : [query.language] }),
    present: presentOwn,
  }),
  route({
    method: 'POST',
    path: '/customer-agreement/signatures',
    summary: 'Sign the customer agreement that applies now, exactly as it was shown',
    tag: 'Agreements',
    useCase: signOwnAgreement,
    body: Type.Object({ versionId: Id, language: Language, sha256: Type.String({ pattern: '^[0-9a-f]{64}$', description: 'Of the text that was shown, hex.' }) }, strict),
    answer: OwnAgreement,
    status: 201,
    keyKeptForDays: 30,
    input: ({ body }) => ({ ...body, versionId: body.versionId.toLowerCase() }),
    present: presentOwn,
  }),
]

function presentOwn({ standing, mustSignAgain, text, languages }: Own): OwnAgreement {
  return {
    standing,
    mustSignAgain,
    text: text && { versionId: text.versionId, number: text.number, language: text.language, title: text.title, body: text.body, sha256: text.sha256.toString('hex') },
    languages: [...languages],
  }
}
