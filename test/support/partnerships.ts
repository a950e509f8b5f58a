import { randomBytes, randomUUID } from 'node:crypto'
import { hashSecret, newSecret } from '../../src/security/secret.ts'
import type { Answer, TestServer } from './server.ts'
import { aPartner, type PartnerWishes, sql, type TestPerson, type TestTenant } from './world.ts'

export const aProvider = (wishes: PartnerWishes = {}) => aPartner({ kinds: ['indirectProvider'], ...wishes })
export const aReseller = (wishes: PartnerWishes = {}) => aPartner({ kinds: ['indirectReseller'], ...wishes })

/** Asks as the page does, and gives the row with the secret of its link. */
export async function askedPartnership(server: TestServer, agent: TestPerson, body: object = {}): Promise<{ id: string; secret: string; row: Answer }> {
  const { body: made } = await server.ask(agent, 'POST', '/partnerships', { body: { language: 'es', ...body } })
  const row = await server.ask(agent, 'GET', `/partnerships/${made.id}`)
  return { id: made.id, secret: new URL(row.body.link).hash.slice(1), row }
}

/** What the page of a provider's link does. */
export function partnershipActs(server: TestServer) {
  const look = (who: TestPerson | null, secret: string, language = 'en') => server.ask(who, 'POST', '/provider-invitations/opening', { body: { secret }, language })
  return {
    look,
    async authorize(who: TestPerson, secret: string, { body: more, ...ask }: { body?: object; key?: string; authenticatedAt?: Date } = {}): Promise<Answer> {
      const services = ((await look(who, secret)).body.access ?? []).map(({ id }: { id: string }) => id)
      return server.ask(who, 'POST', '/provider-invitations/authorization', { ...ask, body: { secret, acknowledged: true, services, ...more } })
    },
    decline: (who: TestPerson, secret: string) => server.ask(who, 'POST', '/provider-invitations/decline', { body: { secret } }),
    async remove(who: TestPerson, id: string, body: object = {}): Promise<Answer> {
      const preview = await server.ask(who, 'GET', `/partnerships/${id}/removal`)
      return server.ask(who, 'POST', `/partnerships/${id}/removal`, { body: { statementSha256: preview.body.statement?.sha256 ?? 'a'.repeat(64), endAccess: false, ...body } })
    },
  }
}

/** A partnership that is there, with the access that authorising gives where wished; given, not lived through. */
export async function aPartnership(provider: TestTenant, reseller: TestTenant, { services = [], status = 'active' }: { services?: string[]; status?: string } = {}): Promise<string> {
  const id = randomUUID()
  const [asker, answerer] = [await provider.person('adminAgent'), await reseller.person('globalAdmin')]
  await sql(
    `insert into partnerships (provider_id, id, reseller_id, status, language, subject, body, secret_hash, sealed_secret, created_by, created_at, shared_at, expires_at, answered_at, answered_by)
     values ($1, $2, $3, $4, 'es', 'Una asociación', 'Texto', $5, '', $6, now() - interval '2 days', now() - interval '2 days', now() + interval '88 days', now() - interval '1 day', $7)`,
    [provider.id, id, reseller.id, status, hashSecret(newSecret('partnership', randomBytes)), asker.id, answerer.id],
  )
  for (const service of services) {
    await sql('insert into delegated_admin_privileges (partner_id, customer_id, service, id, granted_at, granted_by) values ($1, $2, $3, $4, now(), $5)', [provider.id, reseller.id, service, randomUUID(), answerer.id])
  }
  return id
}
