import { randomBytes, randomUUID } from 'node:crypto'
import { builtInClouds } from '../../src/domain/clouds/built-in-clouds.ts'
import { partnerLinkServices } from '../../src/domain/relationship-requests/link-claims.ts'
import { hashSecret, newSecret } from '../../src/security/secret.ts'
import type { Answer, TestServer } from './server.ts'
import { aCustomer, aPartner, sql, type TestPerson, type TestTenant } from './world.ts'

export interface RequestWishes {
  kind?: 'establish' | 'restorePrivileges'
  status?: 'draft' | 'shared' | 'opened' | 'declined' | 'withdrawn'
  services?: string[]
  askedBy?: TestPerson
  secondPartner?: TestTenant
  namedCustomer?: TestTenant
  namedDomain?: string
  namedCountry?: string
  validDays?: number
  at?: Date
}

export interface TestRequest {
  readonly id: string
  readonly secret: string
  readonly partner: TestTenant
  /** the names that stand in its link */
  readonly claims: Record<string, string>
}

/** A request as its partner made it, with a secret that the test knows; how requests are made is tested elsewhere. */
export async function aRequest(partner: TestTenant, wishes: RequestWishes = {}): Promise<TestRequest> {
  const id = randomUUID()
  const secret = newSecret('relationshipRequest', randomBytes)
  const services = wishes.services ?? []
  const at = wishes.at ?? new Date(Date.now() - 60_000)
  const asker = wishes.askedBy ?? (await partner.person('adminAgent'))
  await sql(
    `insert into relationship_requests (partner_id, id, second_partner_id, kind, status, named_customer_id, named_domain, named_country, services,
       language, subject, body, secret_hash, sealed_secret, created_by, created_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'es', 'Solicitud', 'Texto', $10, '', $11, $12, $13)`,
    [
      partner.id,
      id,
      wishes.secondPartner?.id ?? null,
      wishes.kind ?? 'establish',
      wishes.status ?? 'shared',
      wishes.namedCustomer?.id ?? null,
      wishes.namedDomain ?? null,
      wishes.namedCountry ?? null,
      services,
      hashSecret(secret),
      asker.id,
      at,
      new Date(at.getTime() + (wishes.validDays ?? 90) * 86_400_000),
    ],
  )
  const claims = { invType: 'ResellerRelationship', partnerId: partner.id, msppId: '0', dap: String(services.length > 0) }
  return { id, secret, partner, claims }
}

/** The reusable link of a partner account, with a secret that the test knows. */
export async function aPartnerLink(partner: TestTenant): Promise<{ id: string; secret: string; claims: Record<string, string> }> {
  const id = randomUUID()
  const secret = newSecret('partnerLink', randomBytes)
  await sql('delete from partner_links where partner_id = $1', [partner.id])
  await sql(`insert into partner_links (partner_id, id, secret_hash, sealed_secret, created_at) values ($1, $2, $3, '', now())`, [partner.id, id, hashSecret(secret)])
  const [profile] = await sql<{ kinds: string[] }>('select kinds from partner_profiles where tenant_id = $1', [partner.id])
  const dap = partnerLinkServices(builtInClouds[partner.cloud as keyof typeof builtInClouds], profile!.kinds).length > 0
  return { id, secret, claims: { invType: 'ResellerRelationship', partnerId: partner.id, msppId: '0', dap: String(dap) } }
}

export function requestRow(id: string) {
  return sql('select status, customer_id, answered_by, decline_reason, version, fresh_link_asked_at from relationship_requests where id = $1', [id]).then(([row]) => row!)
}

export function visitsOf(id: string) {
  return sql<{ outcome: string; reason_code: string | null; visitor: string }>('select outcome, reason_code, visitor from request_visits where request_id = $1 order by at, id', [id])
}

/** Types of the events about one resource or, with a tenant, in its feed. */
export function eventsOf(resourceId: string) {
  return sql<{ type: string; outcome: string; reason_code: string | null; actor_kind: string; readers: number }>(
    `select e.type, e.outcome, e.reason_code, e.actor_kind, (select count(*)::int from event_readers r where r.event_id = e.id) as readers
     from events e where resource_id = $1 order by sequence`,
    [resourceId],
  )
}

/** What exists between the two, for counting effects. */
export async function tiesBetween(partner: TestTenant, customer: TestTenant) {
  const [row] = await sql<{ relationships: number; grants: string[]; signatures: number; accounts: number; events: string[] }>(
    `select (select count(*)::int from reseller_relationships where partner_id = $1 and customer_id = $2 and ended_at is null) as relationships,
       array(select service from delegated_admin_privileges where partner_id = $1 and customer_id = $2 and ended_at is null order by service) as grants,
       (select count(*)::int from signatures where customer_id = $2) as signatures,
       (select count(*)::int from customer_accounts where partner_id = $1 and customer_id = $2 and ended_at is null) as accounts,
       array(select e.type from events e join event_readers r on r.event_id = e.id
         where r.tenant_id = $2 and r.counterpart_id = $1 and e.outcome = 'done' order by e.type) as events`,
    [partner.id, customer.id],
  )
  return row!
}

/** A partner, a customer of the same cloud and its Global administrator. */
export async function aPair(wishes: { partner?: Parameters<typeof aPartner>[0]; customer?: Parameters<typeof aCustomer>[0] } = {}) {
  const partner = await aPartner(wishes.partner)
  const customer = await aCustomer({ cloud: wishes.partner?.cloud ?? 'public', ...wishes.customer })
  return { partner, customer, ana: await customer.person('globalAdministrator') }
}

export interface InvitationActs {
  look(who: TestPerson | null, secret: string, more?: object, language?: string): Promise<Answer>
  /** reads the page and presses Accept with what it showed */
  accept(who: TestPerson, secret: string, ask?: { key?: string; body?: object; authenticatedAt?: Date }): Promise<Answer>
}

/** What the page of an invitation does. */
export function invitationActs(server: TestServer): InvitationActs {
  const look: InvitationActs['look'] = (who, secret, more = {}, language = 'en') =>
    server.ask(who, 'POST', '/invitations/opening', { body: { secret, ...more }, language })
  return {
    look,
    async accept(who, secret, { body: more, ...ask } = {}) {
      const page = (await look(who, secret)).body
      const { versionId, language, sha256 } = page.agreement ?? {}
      const agreement = page.agreement?.alreadyAccepted === false ? { versionId, language, sha256 } : null
      return server.ask(who, 'POST', '/invitations/acceptance', { ...ask, body: { secret, version: page.version, agreement, ...more } })
    },
  }
}
