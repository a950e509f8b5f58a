import type { DemoPerson } from '../../src/application/installation/demo-report.ts'
import type { Product } from './product.ts'

const tokens = new WeakMap<DemoPerson, Promise<string>>()

/** Own API with the token that `vinculo token` prints; what it refuses fails the story. */
export async function callAs<Body>(product: Product, person: DemoPerson, method: string, path: string, body?: object): Promise<Body> {
  const token = tokens.get(person) ?? product.command<{ accessToken: string }>('token', '--user', person.userPrincipalName).then(({ accessToken }) => accessToken)
  tokens.set(person, token)
  const answer = await fetch(`${product.url}/api/v1${path}`, {
    method,
    headers: {
      authorization: `Bearer ${await token}`,
      'accept-language': 'es',
      ...(body && { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() }),
    },
    ...(body && { body: JSON.stringify(body) }),
  })
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`)
  return (text ? JSON.parse(text) : undefined) as Body
}
