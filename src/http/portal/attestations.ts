import { type Static, Type } from 'typebox'
import { attestAgreement } from '../../application/agreements/attest-agreement.ts'
import { listAttestations } from '../../application/agreements/list-attestations.ts'
import { readOwnAgreement, signOwnAgreement } from '../../application/agreements/sign-own-agreement.ts'
import type { AgreementForCustomer } from '../../application/agreements/agreement-for-customer.ts'
import { usualPageSize } from '../../application/page.ts'
import { canonicalId } from '../../domain/ids.ts'
import { readerLanguage, textLanguages } from '../reader-language.ts'
import { type AnyRoute, route } from '../route.ts'
import { Cursor, Id, IdParams, Instant, Language, Maybe, PageSize, strict } from '../schemas.ts'
import { Customer } from './customers.ts'
import { AgreementShown, AgreementToSign } from './invitation-schemas.ts'
import { Statement } from './new-customer-schemas.ts'

export const AttestationRow = Type.Object({
  id: Id,
  partnerId: Id,
  partnerName: Maybe(Type.String()),
  attester: Maybe(Type.String()),
  signer: Type.String({ description: 'Who accepted at the customer, as the partner states it.' }),
  agreedOn: Type.String({ description: 'A day in the partner’s time zone.' }),
  attestedAt: Instant,
  versionNumber: Type.Integer(),
})
export type AttestationRow = Static<typeof AttestationRow>

export const OwnAgreement = Type.Object({
  standing: Type.Enum(['notRequired', 'accepted', 'missing', 'unavailable']),
  mustSignAgain: Type.Boolean({ description: 'Signed once, but a version that everybody signs again has been published since.' }),
  agreement: Type.Union([AgreementToSign, Type.Null()]),
})
export type OwnAgreement = Static<typeof OwnAgreement>

const tag = 'Agreements'

export const attestationRoutes: AnyRoute[] = [
  route({
    method: 'POST',
    path: '/customers/:id/attestations',
    summary: 'State that the customer accepted the agreement outside this product',
    tag,
    useCase: attestAgreement,
    params: IdParams,
    body: Statement,
    answer: Customer,
    status: 201,
    keyKeptForDays: 30,
    input: ({ params, body, request }) => ({ customerId: canonicalId(params.id)!, statement: body, reader: readerLanguage(request) }),
    present: (customer) => customer as never,
    version: ({ version }) => version,
  }),
  route({
    method: 'GET',
    path: '/attestations',
    summary: 'List what partners stated that one’s organization accepted, newest first',
    tag,
    useCase: listAttestations,
    query: Type.Object({ size: Type.Optional(PageSize), cursor: Type.Optional(Cursor) }, strict),
    answer: Type.Object({ items: Type.Array(AttestationRow), next: Maybe(Type.String()), previous: Maybe(Type.String()) }),
    input: ({ query }) => ({ page: { size: Number(query.size ?? usualPageSize), cursor: query.cursor } }),
    present: ({ items, next, previous }) => ({
      ...{ next, previous },
      items: items.map(({ attestation, partnerName, attester }) => ({
        ...{ id: attestation.id, partnerId: attestation.partnerId, partnerName, attester },
        signer: `${attestation.firstName} ${attestation.lastName}`,
        agreedOn: attestation.agreedOn,
        attestedAt: attestation.attestedAt.toISOString(),
        versionNumber: attestation.versionNumber,
      })),
    }),
  }),
  route({
    method: 'GET',
    path: '/own-agreement',
    summary: 'Read how the customer agreement stands for one’s own organization, with the text to accept',
    tag,
    useCase: readOwnAgreement,
    query: Type.Object({ language: Type.Optional(Language) }, strict),
    answer: OwnAgreement,
    input: ({ query, request }) => ({ languages: [...(query.language ? [query.language] : []), ...textLanguages(request)] }),
    present: ({ standing, signatureId, text, languages }) => ({ standing, mustSignAgain: standing === 'missing' && signatureId !== null, agreement: text && standing === 'missing' ? presentToSign(text, languages) : null }),
  }),
  route({
    method: 'POST',
    path: '/agreements',
    summary: 'Accept the customer agreement for one’s own organization',
    tag,
    useCase: signOwnAgreement,
    body: AgreementShown,
    answer: Type.Object({ id: Id, versionNumber: Type.Integer(), language: Type.String(), signedAt: Instant }),
    status: 201,
    keyKeptForDays: 30,
    input: ({ body }) => ({ versionId: canonicalId(body.versionId)!, language: body.language, sha256: body.sha256 }),
    present: ({ id, number, language, signedAt }) => ({ id, versionNumber: number, language, signedAt: signedAt.toISOString() }),
  }),
]

function presentToSign(text: NonNullable<AgreementForCustomer['text']>, languages: readonly string[]) {
  const { versionId, number, language, title, body, sha256 } = text
  return { required: true, alreadyAccepted: false, versionId, versionNumber: number, language, languages: [...languages], title, body, sha256: sha256.toString('hex') }
}
