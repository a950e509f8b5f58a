import { type Static, Type } from 'typebox'
import { answerEndRequest } from '../../application/customers/answer-end-request.ts'
import type { RemovalResult } from '../../application/customers/end-relationship.ts'
import { previewRemoval } from '../../application/customers/preview-removal.ts'
import { removeCustomer } from '../../application/customers/remove-customer.ts'
import { canonicalId } from '../../domain/ids.ts'
import { readerLanguage } from '../reader-language.ts'
import { type AnyRoute, route } from '../route.ts'
import { Country, Id, IdParams, Instant, strict, Text } from '../schemas.ts'

const Sha256 = Type.String({ pattern: '^[0-9a-f]{64}$' })

export const RemovalPreview = Type.Object({
  blockers: Type.Array(
    Type.Object({
      reasonCode: Type.String(),
      reasonText: Type.String(),
      subscription: Type.Union([
        Type.Object({
          subscriptionId: Id,
          name: Type.String(),
          quantity: Type.Integer(),
          fix: Type.Union([Type.Literal('suspend'), Type.Literal('cancel'), Type.Null()], { description: 'The act on the subscription that settles it at once.' }),
          cancellableUntil: Type.Union([Instant, Type.Null()]),
        }),
        Type.Null(),
      ]),
    }),
  ),
  blockersNote: Type.String(),
  statement: Type.Object({ text: Type.String(), sha256: Sha256 }),
  privileges: Type.Array(Type.Object({ service: Type.String(), serviceName: Type.String() })),
  privilegesChoice: Type.Union([Type.Literal('ask'), Type.Literal('always')]),
  noticeNote: Type.String(),
  whatStops: Type.Array(Type.String()),
})
export type RemovalPreview = Static<typeof RemovalPreview>

const removalFields = {
  removedAt: Instant,
  privilegesEnded: Type.Boolean(),
  servicesEnded: Type.Array(Type.String()),
  servicesRemaining: Type.Array(Type.String(), { description: 'Admin privileges that stay in force without a relationship.' }),
  requestsWithdrawn: Type.Integer(),
  reinstate: Type.Object({
    kind: Type.Literal('establish'),
    customer: Type.Object({ customerId: Id, domain: Type.String(), country: Country, companyName: Type.String() }),
    askPrivileges: Type.Boolean(),
  }),
}
export const Removal = Type.Object(removalFields)
export type Removal = Static<typeof Removal>

/** Everything but the answer is there only where the answer was yes. */
export const EndAnswered = Type.Object({
  answer: Type.Union([Type.Literal('agreed'), Type.Literal('refused')]),
  ...(Object.fromEntries(Object.entries(removalFields).map(([name, field]) => [name, Type.Optional(field)])) as Record<string, never>),
})

const tag = 'Removal'
const idOf = ({ id }: { id: string }) => canonicalId(id)!

export const removalRoutes: AnyRoute[] = [
  route({
    method: 'GET',
    path: '/customers/:id/removal',
    summary: 'See what removing a customer would end and keep; changes nothing',
    tag,
    useCase: previewRemoval,
    params: IdParams,
    answer: RemovalPreview,
    input: ({ params, request }) => ({ customerId: idOf(params), reader: readerLanguage(request) }),
    present: (preview) => preview as never,
  }),
  route({
    method: 'POST',
    path: '/customers/:id/removal',
    summary: 'End the reseller relationship with a customer',
    tag,
    useCase: removeCustomer,
    params: IdParams,
    body: Type.Object({ statementSha256: Sha256, endPrivileges: Type.Boolean(), reason: Type.Optional(Text(2_000)) }, strict),
    answer: Removal,
    status: 201,
    keyKeptForDays: 1,
    budget: 'revoke',
    input: ({ params, body, request }) => ({ customerId: idOf(params), ...body, reason: body.reason ?? null, reader: readerLanguage(request) }),
    present: presentRemoval,
  }),
  route({
    method: 'POST',
    path: '/customers/:id/end-answers',
    summary: 'Answer a customer that asked for the end; agreeing removes in the same step',
    tag,
    useCase: answerEndRequest,
    params: IdParams,
    body: Type.Object(
      {
        answer: Type.Union([Type.Literal('agreed'), Type.Literal('refused')]),
        note: Type.Optional(Text(2_000)),
        statementSha256: Type.Optional(Sha256),
        endPrivileges: Type.Optional(Type.Boolean()),
      },
      strict,
    ),
    answer: EndAnswered,
    status: 201,
    keyKeptForDays: 1,
    budget: 'revoke',
    input: ({ params, body, request }) => ({
      customerId: idOf(params),
      answer: body.answer,
      note: body.note ?? null,
      statementSha256: body.statementSha256,
      // Whoever asked for the end wants no privileges left behind it.
      endPrivileges: body.endPrivileges ?? true,
      reader: readerLanguage(request),
    }),
    present: ({ answer, removal }) => ({ answer, ...(removal && presentRemoval(removal)) }) as never,
  }),
]

function presentRemoval(removal: RemovalResult): Removal {
  const services = [...removal.privilegesEnded, ...removal.privilegesRemaining]
  return {
    removedAt: removal.removedAt.toISOString(),
    privilegesEnded: removal.privilegesEnded.length > 0,
    servicesEnded: [...removal.privilegesEnded],
    servicesRemaining: [...removal.privilegesRemaining],
    requestsWithdrawn: removal.requestsWithdrawn,
    reinstate: { kind: 'establish', customer: removal.customer, askPrivileges: services.length > 0 },
  }
}
