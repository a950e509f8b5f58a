import { Type } from 'typebox'
import { answerCall } from '../../application/provisioning/answer-call.ts'
import { canonicalId } from '../../domain/ids.ts'
import { type AnyRoute, route } from '../route.ts'
import { Id, IdParams, strict, Text } from '../schemas.ts'
import { SubscriptionStatusCode } from './subscription-schemas.ts'

const Fulfilled = Type.Object({ status: Type.Literal('fulfilled') }, strict)
const Refused = Type.Object({ status: Type.Literal('refused'), note: Text(500) }, strict)

/** Where connectors answer later (docs/provisioning-connector.md). */
export const provisioningCallRoutes: AnyRoute[] = [
  route({
    method: 'POST',
    path: '/provisioning-calls/:id/answer',
    summary: 'Say as a connector, by its signature, that a subscription is provisioned or cannot be',
    tag: 'Provisioning',
    useCase: answerCall,
    params: IdParams,
    body: Type.Union([Fulfilled, Refused]),
    answer: Type.Object({ subscriptionId: Id, status: SubscriptionStatusCode }),
    isSigned: true,
    budget: 'connectorAnswer',
    input: ({ params, body, request }) => ({
      subscriptionId: canonicalId(params.id)!,
      word: body,
      timestamp: single(request.headers['vinculo-timestamp']),
      signature: single(request.headers['vinculo-signature']),
      bodySha256: request.bodySha256 ?? Buffer.alloc(32),
    }),
    present: (settled) => settled,
  }),
]

/** A header that stands twice, or not at all, signs nothing. */
function single(value: string | string[] | undefined): string {
  return typeof value === 'string' ? value.slice(0, 200) : ''
}
