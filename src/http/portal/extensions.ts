import { type Static, Type } from 'typebox'
import { extendRelationship } from '../../application/extensions/extend-relationship.ts'
import { previewExtension } from '../../application/extensions/preview-extension.ts'
import { canonicalId } from '../../domain/ids.ts'
import { readerLanguage } from '../reader-language.ts'
import { type AnyRoute, route } from '../route.ts'
import { Id, IdParams, Instant, strict } from '../schemas.ts'

const Lines = Type.Array(Type.String())
const Sha256 = Type.String({ pattern: '^[0-9a-f]{64}$' })

export const ExtensionPreview = Type.Object({
  customer: Type.Object({ id: Id, name: Type.String(), domain: Type.String() }),
  providers: Type.Array(Type.Object({ id: Id, name: Type.String() }), { description: 'Indirect providers in partnership with this partner.' }),
  problems: Type.Array(Type.Object({ reasonCode: Type.String(), reasonText: Type.String() }), { description: 'What stands in the way, worst first.' }),
  forPartner: Lines,
  forProvider: Lines,
  forCustomer: Lines,
  statement: Type.Object({ text: Type.String(), sha256: Sha256 }),
})
export type ExtensionPreview = Static<typeof ExtensionPreview>

const Extended = Type.Object({ provider: Type.Object({ id: Id, name: Type.String() }), relationshipId: Id, extendedAt: Instant })

const tag = 'Extension'
const idOf = ({ id }: { id: string }) => canonicalId(id)!

export const extensionRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    path: '/customers/:id/extension',
    summary: 'See what lending this customer to an indirect provider would change and what stands in the way; changes nothing',
    tag,
    useCase: previewExtension,
    params: IdParams,
    query: Type.Object({ providerId: Type.Optional(Id) }, strict),
    answer: ExtensionPreview,
    input: ({ params, query, request }) => ({ customerId: idOf(params), providerId: query.providerId === undefined ? undefined : canonicalId(query.providerId), reader: readerLanguage(request) }),
    present: (preview) => preview as never,
  }),
  route({
    method: 'POST',
    path: '/customers/:id/extension',
    summary: 'Lend this customer to an indirect provider in partnership: it becomes a partner of record, without admin privileges',
    tag,
    useCase: extendRelationship,
    params: IdParams,
    body: Type.Object({ providerId: Id, statementSha256: Sha256 }, strict),
    answer: Extended,
    status: 201,
    keyKeptForDays: 30,
    input: ({ params, body }) => ({ customerId: idOf(params), providerId: canonicalId(body.providerId)!, statementSha256: body.statementSha256 }),
    present: ({ extendedAt, ...rest }) => ({ ...rest, extendedAt: extendedAt.toISOString() }),
  }),
]
