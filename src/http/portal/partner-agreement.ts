import { type Static, Type } from 'typebox'
import { type PartnerAgreementView as View, readPartnerAgreement } from '../../application/partner-agreement/read-partner-agreement.ts'
import { signPartnerAgreement } from '../../application/partner-agreement/sign-partner-agreement.ts'
import { type AnyRoute, route } from '../route.ts'
import { Id, Instant, Language, Maybe, strict } from '../schemas.ts'

const Text = Type.Object({
  versionId: Id,
  number: Type.Integer(),
  language: Type.String(),
  title: Type.String(),
  body: Type.String(),
  sha256: Type.String({ description: 'Of the bytes of the body in UTF-8, hex.' }),
})

export const PartnerAgreement = Type.Object({
  signedAt: Maybe(Instant),
  signer: Type.Union([Type.String(), Type.Null()], { description: 'Null where it was signed outside this installation, or is not signed.' }),
  blockedBecause: Type.Union([Type.Literal('programmeIdMissing'), Type.Literal('partnerAgreementNotPublished'), Type.Null()]),
  text: Type.Union([Text, Type.Null()]),
  languages: Type.Array(Type.String()),
})
export type PartnerAgreement = Static<typeof PartnerAgreement>

export const partnerAgreementRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    path: '/partner-agreement',
    summary: 'Read the agreement between one’s partner organization and the operator',
    tag: 'Agreements',
    useCase: readPartnerAgreement,
    query: Type.Object({ language: Type.Optional(Language) }, strict),
    answer: PartnerAgreement,
    input: ({ query }) => ({ languages: query.language === undefined ? [] : [query.language] }),
    present: presentAgreement,
  }),
  route({
    method: 'POST',
    path: '/partner-agreement/signatures',
    summary: 'Sign the partner agreement, exactly as it was shown',
    tag: 'Agreements',
    useCase: signPartnerAgreement,
    body: Type.Object({ versionId: Id, language: Language, sha256: Type.String({ pattern: '^[0-9a-f]{64}$', description: 'Of the text that was shown, hex.' }) }, strict),
    answer: PartnerAgreement,
    status: 201,
    keyKeptForDays: 30,
    input: ({ body }) => ({ ...body, versionId: body.versionId.toLowerCase() }),
    present: presentAgreement,
  }),
]

function presentAgreement({ signedAt, signer, blockedBecause, text, languages }: View): PartnerAgreement {
  return {
    signedAt: signedAt?.toISOString() ?? null,
    signer,
    blockedBecause,
    text: text && { versionId: text.versionId, number: text.number, language: text.language, title: text.title, body: text.body, sha256: text.sha256.toString('hex') },
    languages: [...languages],
  }
}
