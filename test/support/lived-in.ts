import { randomBytes, randomUUID } from 'node:crypto'
import { hashSecret, newSecret } from '../../src/security/secret.ts'
import { seal } from '../../src/security/seal.ts'
import { testKeyRing } from './environment.ts'
import { aHandOver } from './lived-in-hand-overs.ts'
import { aPeopleJob, licensesOf } from './lived-in-jobs.ts'
import { aSignInProvider } from './lived-in-provider.ts'
import { aConnector, anIncident } from './lived-in-subscriptions.ts'
import { aServiceRequest } from './lived-in-support.ts'
import { soldThings } from './lived-in-usage.ts'
import { aRequest, type TestRequest } from './invitations.ts'
import { aReferral, publishedPages } from './referral-rows.ts'
import { aPartner, aRelationship, sql, type TestPerson, type TestTenant } from './world.ts'

/** How two tenants stand to each other. */
export const relations = ['none', 'pending', 'active', 'ended', 'privilegesOnly'] as const
export type Relation = (typeof relations)[number]

/** A text to be stored, and which tenants may ever read it; ordinary words unless a test plants its own. */
export type Words = (what: string, readers: readonly TestTenant[]) => string
const ordinary: Words = (what) => `${what} text`

/** One object of each kind between a partner and a customer; the ids by the name of their kind. */
export interface LivedIn {
  readonly request: TestRequest
  readonly ids: Readonly<Record<'request' | 'partnership' | 'handOver' | 'creationRequest' | 'businessProfile' | 'profileLocation' | 'foundPartner' | 'lead' | 'signature' | 'endRequest' | 'mail' | 'event' | 'session' | 'passkey' | 'notification' | 'draft' | 'campaign' | 'mailBlock' | 'supportCase' | 'serviceRequest' | 'requestFile' | 'subscription' | 'peopleJob' | 'ownPeopleJob' | 'usage' | 'usageOwner' | 'purchasePermission' | 'ownPurchase' | 'deviceProfile' | 'connector' | 'incident' | 'transfer' | 'cart' | 'partner' | 'customer' | 'partnerPerson' | 'customerPerson', string>>
}

/** Given by SQL, as all of a test's world is; how such things come into being is tested elsewhere. */
export async function livedIn(partner: TestTenant, customer: TestTenant, relation: Relation, versionId: string, words: Words = ordinary): Promise<LivedIn> {
  const [asker, admin] = [await partner.person('adminAgent', 'salesAgent'), await customer.person('globalAdministrator')]
  await relate(partner, customer, relation, words)
  const request = await aRequest(partner, { namedCustomer: customer, services: ['azure'], askedBy: asker })
  await sql('update relationship_requests set sealed_secret = $2, subject = $3, body = $4, named_company = $5, named_key = lower($5), decline_reason = $6 where id = $1', [
    request.id,
    seal(testKeyRing, 'requestLink', request.id, request.secret),
    words('subject', [partner]),
    words('letter', [partner]),
    words('named company', [partner]),
    words('decline reason', [partner]),
  ])
  // Whoever never had to do with each other shares no event; each has its own.
  const sides = isTied(relation) ? [partner, customer] : [partner]
  const event = await anEvent(sides, asker, words)
  await aSignInProvider(partner, words)
  const sold = await soldThings({ partner, customer, seller: asker }, words)
  const ids = {
    request: request.id,
    partnership: await aPartnershipAsked(partner, asker, words),
    handOver: await aHandOver(partner, asker, words),
    ...(await referralsOf(partner, customer, words)),
    creationRequest: await aCreationRequest(partner, asker, words),
    partner: partner.id,
    customer: customer.id,
    partnerPerson: asker.id,
    customerPerson: admin.id,
    signature: await aSignature(customer, admin, versionId, words),
    endRequest: isTied(relation) ? await anEndRequest(partner, customer, admin, words) : event,
    mail: await aMail(customer, words),
    draft: await aDraft(words),
    campaign: await aCampaign(partner, words),
    supportCase: await aSupportCase(partner, await partner.person('globalAdmin'), words),
    mailBlock: await aMailBlock(partner, words),
    ...sold,
    connector: await aConnector(customer.cloud),
    incident: await anIncident(),
    ...(await aServiceRequest({ partner, customer }, admin, sold.subscription, words)),
    peopleJob: await aPeopleJob(customer, customer.id, { partner, asker, words }),
    ownPeopleJob: await aPeopleJob(partner, partner.id, { partner: null, asker, words }),
    event,
    session: await aSession(admin, words),
    notification: await aNotification(await partner.person('globalAdmin'), event),
    passkey: await aPasskey(await partner.person('globalAdmin'), words),
  }
  await licensesOf(customer, admin, asker)
  if (isTied(relation)) await anAttestation(partner, customer, { asker, versionId, words })
  return { request, ids }
}

/** What a provider asked and no reseller has answered; a second one, so that the list goes on. */
async function aPartnershipAsked(provider: TestTenant, asker: TestPerson, words: Words): Promise<string> {
  const ids = [randomUUID(), randomUUID()]
  for (const id of ids) {
    const secret = newSecret('partnership', randomBytes)
    await sql(
      `insert into partnerships (provider_id, id, status, named_company, name_key, language, subject, body, secret_hash, sealed_secret, created_by, created_at, expires_at)
       values ($1, $2, 'shared', $3, lower($3), 'es', $4, $5, $6, $7, $8, now(), now() + interval '90 days')`,
      [provider.id, id, words('reseller name', [provider]), words('partnership subject', [provider]), words('partnership letter', [provider]), hashSecret(secret), seal(testKeyRing, 'partnershipLink', id, secret), asker.id],
    )
  }
  return ids[0]!
}

/** What a reseller asked of a provider that nobody here has to do with; a second one, so that the list goes on. */
async function aCreationRequest(reseller: TestTenant, asker: TestPerson, words: Words): Promise<string> {
  const provider = await aPartner({ cloud: reseller.cloud as 'public', kinds: ['indirectProvider'] })
  const ids = [randomUUID(), randomUUID()]
  for (const id of ids) {
    const text = (what: string) => words(what, [reseller, provider])
    await sql(
      `insert into creation_requests (reseller_id, id, provider_id, status, company_name, name_key, domain_prefix, country, language, culture, first_name, last_name, mail, phone, address_line1,
         address_line2, city, state, postal_code, registration_number, note, created_by, created_at)
       values ($1, $2, $3, 'waiting', $4, $10, 'prefix', 'ES', 'es', 'es-ES', $5, $5, $6, '', $7, '', 'Soria', '', '42001', '', $8, $9, now())`,
      [reseller.id, id, provider.id, text('company to be created'), text('contact to be created'), `${text('mail of a contact')}@example.com`.replaceAll(' ', '.'), text('address to be created'), text('note to a provider'), asker.id, `key ${id}`],
    )
  }
  return ids[0]!
}

/** A lead of this customer and a draft that only its partner reads; and pages that everybody finds, which hold nobody's planted words. */
async function referralsOf(partner: TestTenant, customer: TestTenant, words: Words) {
  const rows = await aReferral(partner, customer, words)
  return { ...rows, foundPartner: words === ordinary ? await publishedPages(customer.country) : rows.businessProfile }
}

export const isTied = (relation: Relation) => relation !== 'none' && relation !== 'pending'

async function relate(partner: TestTenant, customer: TestTenant, relation: Relation, words: Words): Promise<void> {
  if (!isTied(relation)) return
  await aRelationship(partner, customer, { services: relation === 'active' || relation === 'privilegesOnly' ? ['azure'] : [], since: new Date(Date.now() - 86_400_000) })
  await sql(
    `update customer_accounts set company_name = $3, name_key = lower($3), tags = array[$4], billing_mail = $5, billing_first_name = $6, address_line1 = $6
     where partner_id = $1 and customer_id = $2`,
    [
      partner.id,
      customer.id,
      words('company name on a list', [partner]),
      words('tag', [partner]),
      `${words('billing mail', [partner])}@example.com`.replaceAll(' ', '.'),
      words('billing', [partner]),
    ],
  )
  if (relation === 'active') return
  await sql('update reseller_relationships set ended_at = now() where partner_id = $1 and customer_id = $2', [partner.id, customer.id])
  await sql('update customer_accounts set ended_at = now() where partner_id = $1 and customer_id = $2', [partner.id, customer.id])
}

async function aSignature(customer: TestTenant, signer: TestPerson, versionId: string, words: Words): Promise<string> {
  const id = randomUUID()
  const [kept] = await sql<{ id: string }>(
    `insert into signatures (customer_id, id, version_id, language, sha256, person_id, role, signed_at, authenticated_by, address, user_agent)
     select $1, $2, $3, 'es', sha256, $4, 'globalAdministrator', now(), '{pwd}', '127.0.0.1', $5 from agreement_texts where version_id = $3 and language = 'es'
     on conflict (customer_id, version_id) do update set language = 'es' returning id`,
    [customer.id, id, versionId, signer.id, words('evidence', [customer])],
  )
  return kept!.id
}

async function anAttestation(partner: TestTenant, customer: TestTenant, by: { asker: TestPerson; versionId: string; words: Words }): Promise<void> {
  const signer = by.words('attested signer', [partner, customer])
  await sql(
    `insert into attestations (partner_id, customer_id, id, version_id, first_name, last_name, mail, agreed_on, attested_at, attested_by)
     values ($1, $2, $3, $4, $5, $5, 'signer@contoso.example', '2026-01-15', now(), $6)`,
    [partner.id, customer.id, randomUUID(), by.versionId, signer, by.asker.id],
  )
}

async function anEndRequest(partner: TestTenant, customer: TestTenant, asker: TestPerson, words: Words): Promise<string> {
  const id = randomUUID()
  const both = [partner, customer]
  await sql(
    `insert into end_requests (partner_id, customer_id, id, status, reason, asked_at, asked_by, answer_due_at, answered_at, answer_note)
     values ($1, $2, $3, 'refused', $5, now(), $4, now(), now(), $6)`,
    [partner.id, customer.id, id, asker.id, words('end reason', both), words('end note', both)],
  )
  return id
}

async function aMail(tenant: TestTenant, words: Words): Promise<string> {
  const id = randomUUID()
  await sql(
    `insert into mails (tenant_id, id, template, recipient, language, subject, body, status, message_id, created_at)
     values ($1, $2, 'passwordChanged', $3, 'es', $4, $4, 'failed', $5, now())`,
    [tenant.id, id, `${words('recipient', []).replaceAll(' ', '.')}@example.com`, words('mail', []), `<${id}@localhost>`],
  )
  return id
}

/** Nobody but the operator reads why an address gets no letters. */
async function aMailBlock(sender: TestTenant, words: Words): Promise<string> {
  const id = randomUUID()
  await sql(`insert into mail_blocks (id, address_hash, kind, tenant_id, domain, since, source, reason) values ($1, $2, 'optedOut', $3, 'example.com', now(), 'operator', $4)`, [id, randomBytes(32), sender.id, words('mail block', [])])
  return id
}

async function aSupportCase(tenant: TestTenant, person: TestPerson, words: Words): Promise<string> {
  const id = randomUUID()
  await sql(`insert into support_cases (tenant_id, id, opened_by, subject, status, opened_at, changed_at) values ($1, $2, $3, $4, 'open', now(), now())`, [tenant.id, id, person.id, words('case', [tenant])])
  await sql(`insert into support_messages (tenant_id, id, case_id, at, written_by, person_id, body) values ($1, $2, $3, now(), 'asker', $4, $5)`, [tenant.id, randomUUID(), id, person.id, words('case message', [tenant])])
  return id
}

async function aDraft(words: Words): Promise<string> {
  const id = randomUUID()
  const texts = [{ language: 'es', title: words('draft', []), body: 'x' }]
  await sql(`insert into agreement_drafts (id, cloud, must_sign_again, texts, changed_at) values ($1, 'public', false, $2, now())`, [id, JSON.stringify(texts)])
  return id
}

async function anEvent(sides: readonly TestTenant[], person: TestPerson, words: Words): Promise<string> {
  const [id, resource] = [randomUUID(), randomUUID()]
  await sql(
    `insert into events (id, at, type, outcome, resource_type, resource_id, sequence, actor_kind, actor_person_id, actor_tenant_id, through, data)
     values ($1, now(), 'privileges.used', 'done', 'privileges', $2, 1, 'person', $3, $4, 'privileges', $5)`,
    [id, resource, person.id, person.tenantId, JSON.stringify({ note: words('event', sides) })],
  )
  for (const tenant of sides) {
    const counterpart = sides.find((other) => other !== tenant)?.id ?? null
    await sql(`insert into event_readers (tenant_id, at, event_id, counterpart_id, type) select $1, at, id, $2, type from events where id = $3`, [tenant.id, counterpart, id])
  }
  return id
}

async function aSession(person: TestPerson, words: Words): Promise<string> {
  const id = randomUUID()
  await sql(
    `insert into sessions (tenant_id, id, person_id, secret_hash, portal, authenticated_by, created_at, last_seen_at, expires_at, address, user_agent)
     values ($1, $2, $3, $4, 'customer', '{pwd}', now(), now(), now() + interval '1 hour', '127.0.0.1', $5)`,
    [person.tenantId, id, person.id, hashSecret(newSecret('session', randomBytes)), words('browser', [{ id: person.tenantId } as TestTenant])],
  )
  return id
}

async function aCampaign(partner: TestTenant, words: Words): Promise<string> {
  const [id, person] = [randomUUID(), await partner.person('adminAgent')]
  await sql(
    `insert into campaigns (partner_id, id, name, delivery, status, mails_a_day, reminders, days_between, row_count, created_by, created_at, acting_id) values ($1, $2, $3, 'self', 'checked', 200, 0, 7, 1, $4, now(), $4)`,
    [partner.id, id, words('campaign', [partner]), person.id],
  )
  await sql(
    `insert into campaign_rows (partner_id, campaign_id, line, stated_id, stated_name, stated_domain, stated_country, stated_cloud, stated_mail, stated_language, state, language)
     select $1, $2, line, '', $3, 'tailspin-' || line || '.example', 'ES', '', '', '', 'ready', 'es' from generate_series(2, 3) line`,
    [partner.id, id, words('customer of a list', [partner])],
  )
  return id
}

async function aPasskey(person: TestPerson, words: Words): Promise<string> {
  const id = randomUUID()
  await sql(
    `insert into passkeys (tenant_id, id, person_id, credential_id, public_key, counter, name, is_synced, created_at)
     values ($1, $2, $3, $4, $4, 0, $5, false, now())`,
    [person.tenantId, id, person.id, randomBytes(32), words('passkey', [{ id: person.tenantId } as TestTenant])],
  )
  return id
}

async function aNotification(person: TestPerson, eventId: string): Promise<string> {
  const id = randomUUID()
  await sql(
    `insert into notifications (tenant_id, person_id, id, event_id, kind, side, at, in_portal) select $1, $2, $3, id, 'privileges', 'partner', at, true from events where id = $4`,
    [person.tenantId, person.id, id, eventId],
  )
  return id
}
