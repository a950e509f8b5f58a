import { type Static, Type } from 'typebox'
import { listSignedAgreements, type ShownAgreement } from '../../application/agreements/list-signed-agreements.ts'
import { readSignedAgreement } from '../../application/agreements/read-signed-agreement.ts'
import { usualPageSize } from '../../application/page.ts'
import { canonicalId } from '../../domain/ids.ts'
import { type AnyRoute, route } from '../route.ts'
import { Cursor, Id, IdParams, Instant, Maybe, PageSize, strict } from '../schemas.ts'

const row = {
  id: Id,
  title: Type.String(),
  versionNumber: Type.Integer(),
  language: Type.String(),
  signedAt: Instant,
  signer: Maybe(Type.String()),
  partnerId: Maybe(Id),
  partnerName: Maybe(Type.String()),
}
export const SignedAgreementRow = Type.Object(row)
export type SignedAgreementRow = Static<typeof SignedAgreementRow>

export const SignedAgreementView = Type.Object({
  ...row,
  body: Type.String(),
  sha256: Type.String(),
  evidence: Type.Object({
    role: Type.String(),
    authenticatedBy: Type.Array(Type.String()),
    sessionId: Maybe(Id),
    address: Maybe(Type.String()),
    userAgent: Maybe(Type.String()),
    traceId: Maybe(Type.String()),
    requestId: Maybe(Id),
    versionId: Id,
  }),
})
export type SignedAgreementView = Static<typeof SignedAgreementView>

const tag = 'Agreements'
const idOf = ({ params }: { params: { id: string } }) => ({ id: canonicalId(params.id)! })

export const agreementRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    path: '/agreements',
    summary: 'List what one’s organization signed, newest first',
    tag,
    useCase: listSignedAgreements,
    query: Type.Object({ size: Type.Optional(PageSize), cursor: Type.Optional(Cursor) }, strict),
    answer: Type.Object({ items: Type.Array(SignedAgreementRow), next: Maybe(Type.String()), previous: Maybe(Type.String()) }),
    input: ({ query }) => ({ page: { size: Number(query.size ?? usualPageSize), cursor: query.cursor } }),
    present: ({ items, next, previous }) => ({ items: items.map(rowOf), next, previous }),
  }),
  route({
    method: 'GET',
    path: '/agreements/:id',
    summary: 'Read one signed agreement, with its text and how it was signed',
    tag,
    useCase: readSignedAgreement,
    params: IdParams,
    answer: SignedAgreementView,
    input: idOf,
    present: (shown) => {
      const { agreement } = shown
      const { role, authenticatedBy, sessionId, address, userAgent, traceId, requestId, versionId } = agreement
      return {
        ...rowOf(shown),
        body: agreement.body,
        sha256: agreement.sha256.toString('hex'),
        evidence: { role, authenticatedBy: [...authenticatedBy], sessionId, address, userAgent, traceId, requestId, versionId },
      }
    },
  }),
  route({
    method: 'GET',
    path: '/agreements/:id/file',
    summary: 'Download the text of one signed agreement, byte for byte as it was shown',
    tag,
    useCase: readSignedAgreement,
    params: IdParams,
    answer: Type.String({ description: 'text/plain; its SHA-256 is the one that was signed.' }),
    input: idOf,
    present: ({ agreement }) => agreement.body,
    reply: ({ agreement }, reply) => {
      const name = `customer-agreement-${agreement.number}-${agreement.language}.txt`
      reply.type('text/plain; charset=utf-8').header('content-disposition', `attachment; filename="${name}"`)
    },
  }),
]

function rowOf({ agreement, signer, partnerName }: ShownAgreement): SignedAgreementRow {
  const { id, title, number, language, signedAt, partnerId } = agreement
  return { id, title, versionNumber: number, language, signedAt: signedAt.toISOString(), signer, partnerId, partnerName }
}
