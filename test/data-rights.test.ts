import { randomBytes, randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { forgetOldEvidence } from '../src/application/installation/forget-old-evidence.ts'
import { performNow } from '../src/application/perform.ts'
import { theSystem } from '../src/domain/actor.ts'
import { traces } from '../src/domain/personal-data/traces.ts'
import { livedIn } from './support/lived-in.ts'
import { testServer } from './support/server.ts'
import { aCustomer, anAgreement, anOperator, aPartner, sql, type TestPerson, type TestTenant } from './support/world.ts'

/** T34, P28: what is stored about a person is exported whole; after erasing, only what the law keeps is left. */
const server = await testServer()
const { versionId } = await anAgreement('public', { number: 3 })

interface Subject {
  readonly person: TestPerson
  readonly name: string
  readonly mail: string
  /** what tells about nobody else */
  readonly marks: readonly string[]
}

let customer: TestTenant
let partner: TestTenant
let admin: TestPerson
let subject: Subject

beforeEach(async () => {
  ;[partner, customer] = [await aPartner(), await aCustomer()]
  await livedIn(partner, customer, 'active', versionId)
  admin = await customer.person('globalAdministrator')
  subject = await aSubject(customer, 'globalAdministrator', 'billingAdministrator')
})

/** Somebody of whom every table holds something. */
async function aSubject(tenant: TestTenant, ...roles: Parameters<TestTenant['person']>): Promise<Subject> {
  const person = await tenant.person(...roles)
  const mark = randomBytes(5).toString('hex')
  const [name, mail] = [`Zaida Zz${mark}`, `zaida-${mark}@contoso.example`]
  await sql(`update people set display_name = $2, mail = $3, user_principal_name = $4, user_principal_name_key = $4, language = 'es', last_signed_in_at = now() where id = $1`, [person.id, name, mail, `upn-${mark}@${tenant.domain}`])
  const own = [tenant.id, person.id, randomUUID()]
  await sql(
    `insert into sessions (tenant_id, person_id, id, secret_hash, portal, authenticated_by, created_at, last_seen_at, expires_at, address, user_agent)
     values ($1, $2, $3, $4, 'customer', '{pwd}', now(), now(), now() + interval '1 day', $5, $6)`,
    [...own, randomBytes(32), `203.0.113.${mark}`, `agent-${mark}`],
  )
  await sql(`insert into passkeys (tenant_id, person_id, id, credential_id, public_key, counter, name, is_synced, created_at) values ($1, $2, $3, $4, $4, 0, $5, false, now())`, [...own, randomBytes(32), `key-${mark}`])
  await sql(`insert into recovery_codes (tenant_id, person_id, code_hash, created_at) values ($1, $2, $3, now())`, [tenant.id, person.id, randomBytes(32)])
  await sql(`insert into outside_identities (tenant_id, person_id, issuer, subject, linked_at) values ($1, $2, 'https://login.contoso.example', $3, now())`, [tenant.id, person.id, `sub-${mark}`])
  await sql(`insert into one_time_secrets (tenant_id, person_id, id, kind, secret_hash, created_at, expires_at, new_mail) values ($1, $2, $3, 'mailConfirmation', $4, now(), now() + interval '1 day', $5)`, [...own, randomBytes(32), `new-${mark}@contoso.example`])
  await sql(
    `insert into mails (tenant_id, id, template, recipient, language, subject, body, status, message_id, created_at, sent_at)
     values ($1, $2, 'x', $3, 'es', $4, $5, 'sent', $6, now(), now()), ($1, $7, 'x', 'other@contoso.example', 'es', 'News', $8, 'sent', $9, now(), now())`,
    [tenant.id, randomUUID(), mail, `letter-${mark}`, `words-${mark}`, randomUUID(), randomUUID(), `${name} joined.`, randomUUID()],
  )
  await sql(`update tenants set contact_name = $2, contact_mail = $3, contact_phone = $4 where id = $1`, [tenant.id, `contact-${mark}`, mail, `+34${mark}`])
  const [text] = await sql<{ version_id: string; sha256: Buffer }>(`insert into agreement_versions (id, cloud, number, published_at) values ($1, 'public', (select max(number) + 1 from agreement_versions), now()) returning id as version_id`, [randomUUID()])
  await sql(`insert into agreement_texts (version_id, language, title, body, sha256) values ($1, 'es', 'T', 'B', sha256(convert_to('B', 'UTF8')))`, [text!.version_id])
  await sql(
    `insert into signatures (customer_id, person_id, id, version_id, language, sha256, role, signed_at, authenticated_by, address, user_agent)
     values ($1, $2, $3, $4, 'es', sha256('B'), 'billingAdministrator', now(), '{pwd}', $5, $6)`,
    [...own, text!.version_id, `198.51.100.${mark}`, `signed-with-${mark}`],
  )
  await sql(`insert into events (id, at, type, outcome, resource_type, resource_id, sequence, actor_kind, actor_person_id, actor_tenant_id) values ($3, now(), 'tenant.updated', 'done', 'tenant', $3, 1, 'person', $2, $1)`, own)
  await sql(`insert into event_readers (tenant_id, at, event_id, type) values ($1, now(), $2, 'tenant.updated')`, [tenant.id, own[2]])
  const marks = [name, mail, `upn-${mark}`, `203.0.113.${mark}`, `agent-${mark}`, `key-${mark}`, `sub-${mark}`, `new-${mark}`, `letter-${mark}`, `words-${mark}`, `contact-${mark}`, `+34${mark}`, `198.51.100.${mark}`, `signed-with-${mark}`]
  return { person, name, mail, marks }
}

/** Every table and column in which one of the marks stands now. */
async function placesOf(marks: readonly string[]): Promise<string[]> {
  const columns = await sql<{ table: string; column: string }>(`select c.table_name as table, c.column_name as column from information_schema.columns c join information_schema.tables t using (table_schema, table_name) where table_schema = 'public' and t.table_type = 'BASE TABLE'`)
  const found: string[] = []
  for (const { table, column } of columns) {
    const [{ count }] = (await sql<{ count: number }>(`select count(*)::int as count from "${table}" where exists (select from unnest($1::text[]) mark where position(mark in "${column}"::text) > 0)`, [marks])) as [{ count: number }]
    if (count > 0) found.push(`${table}.${column}`)
  }
  return found.toSorted()
}

const taken = async (who: TestPerson, path: string, body?: object) => server.ask(who, 'POST', path, body ? { body } : {})

describe('taking personal data along', () => {
  it('gives everything that is stored about the person, and nothing else of anybody', async () => {
    const other = await aSubject(await aCustomer(), 'globalAdministrator')
    for (const [who, path] of [[subject.person, '/me/personal-data'], [admin, `/people/${subject.person.id}/personal-data`]] as const) {
      const { status, body } = await taken(who, path)
      expect(status).toBe(200)
      expect(body).toMatchObject({ format: 'vinculo-personal-data/1', isWhole: true, subject: { personId: subject.person.id } })
      const text = JSON.stringify(body)
      expect(subject.marks.filter((mark) => !text.includes(mark))).toEqual([])
      expect([...other.marks, admin.displayName, admin.userPrincipalName].filter((mark) => text.includes(mark))).toEqual([])
      expect(text).not.toMatch(/"(password_hash|totp_seed|secret_hash|code_hash|credential_id|public_key|sealed_secret)"/)
      expect(Object.keys(body).slice(4, -2)).toEqual(traces.map(({ name }) => name))
    }
  })

  it('is the person’s own, their administrators’ and the operator’s', async () => {
    const operator = await anOperator()
    const stranger = await (await aCustomer()).person('globalAdministrator')
    expect((await taken(stranger, `/people/${subject.person.id}/personal-data`)).status).toBe(404)
    expect((await taken(stranger, `/people/${randomUUID()}/personal-data`)).status).toBe(404)
    expect((await taken(await customer.person('billingAdministrator'), `/people/${subject.person.id}/personal-data`)).status).toBe(403)
    expect((await taken(admin, '/operator/personal-data', { name: subject.mail })).status).toBe(403)
    const [{ upn }] = (await sql<{ upn: string }>('select user_principal_name as upn from people where id = $1', [subject.person.id])) as [{ upn: string }]
    const text = JSON.stringify((await taken(operator, '/operator/personal-data', { name: upn })).body)
    expect(subject.marks.filter((mark) => !text.includes(mark))).toEqual([])
    expect((await taken(operator, '/operator/personal-data', { name: 'not an address' })).status).toBe(422)
  })

  it('finds a stranger by address: mails, a registration under way, a partner’s note of whom it bills', async () => {
    const mail = `stranger-${randomBytes(5).toString('hex')}@fabrikam.example`
    await aStranger(mail)
    const { body } = await taken(await anOperator(), '/operator/personal-data', { name: mail.toUpperCase() })
    expect(body['registrations.mail']).toHaveLength(1)
    expect(body['mails.recipient']).toHaveLength(1)
    expect(body['customer_accounts.billing_mail']).toHaveLength(1)
    expect(body['people.id']).toEqual([])
  })
})

async function aStranger(mail: string): Promise<void> {
  await sql(
    `insert into registrations (id, secret_hash, code_hash, cloud, company_name, country, language, display_name, mail, created_at, expires_at) values ($1, $2, $2, 'public', 'Fabrikam', 'ES', 'es', 'Sixto ' || $3::text, $3, now(), now() + interval '1 day')`,
    [randomUUID(), randomBytes(32), mail],
  )
  await sql(`insert into mails (tenant_id, id, template, recipient, language, subject, body, status, message_id, created_at) values ($1, $2, 'registrationCode', $3, 'es', 'S', $4, 'queued', $5, now())`, [partner.id, randomUUID(), mail, `For ${mail}`, randomUUID()])
  await sql('update customer_accounts set billing_mail = $3, billing_first_name = $4 where partner_id = $1 and customer_id = $2', [partner.id, customer.id, mail, `Sixto ${mail}`])
}

describe('erasing a person', () => {
  const erase = (who: TestPerson, id: string) => server.ask(who, 'POST', `/people/${id}/erasure`)

  it('is shown beforehand: what goes, what stays, until when', async () => {
    const { body } = await server.ask(admin, 'GET', `/people/${subject.person.id}/erasure`)
    expect(body).toMatchObject({ displayName: subject.name, goes: { sessions: 1, passkeys: 1, mails: 1 }, stays: { signatures: 1, acts: 1 }, blockers: [] })
    expect(new Date(body.stays.keptUntil).getFullYear()).toBe(new Date().getFullYear() + 10)
    expect(await placesOf([subject.name])).toContain('people.display_name')
  })

  it('leaves nothing but the evidence of what they signed, also in what colleagues were told', async () => {
    expect((await erase(admin, subject.person.id)).status).toBe(204)
    expect(await placesOf(subject.marks)).toEqual(['kept_names.display_name', 'signatures.address', 'signatures.user_agent'])
    const { body } = await server.ask(admin, 'GET', '/activity', { language: 'es' })
    expect(body.items.map(({ text }: { text: string }) => text)).toContain(`${admin.displayName} suprimió los datos personales de Una persona eliminada`)
    const agreements = (await server.ask(admin, 'GET', '/agreements')).body.items as { signer: string }[]
    expect(agreements.some(({ signer }) => signer === subject.name)).toBe(true)
    expect((await erase(admin, subject.person.id)).status).toBe(404)
  })

  it('ends what the person could do at once', async () => {
    expect((await server.ask(subject.person, 'GET', '/me')).status).toBe(200)
    await erase(admin, subject.person.id)
    expect((await server.ask(subject.person, 'GET', '/me')).status).toBe(401)
  })

  it('takes somebody who was removed before, and who is listed as such until then', async () => {
    await server.ask(admin, 'POST', `/people/${subject.person.id}/removal`)
    const listed = async () => ((await server.ask(admin, 'GET', '/former-people')).body.items as { id: string }[]).map(({ id }) => id)
    expect(await listed()).toEqual([subject.person.id])
    expect((await erase(admin, subject.person.id)).status).toBe(204)
    expect(await listed()).toEqual([])
  })

  it('keeps an administrator, spares oneself, and reaches nobody of another organization', async () => {
    const single = await aCustomer()
    const only = await single.person('globalAdministrator')
    expect((await erase(only, only.id)).body).toMatchObject({ code: 'invalidTransition', reason: 'ownAccount' })
    expect((await erase(only, subject.person.id)).status).toBe(404)
    expect((await server.ask(only, 'GET', `/people/${subject.person.id}/erasure`)).status).toBe(404)
    expect((await erase(await customer.person('billingAdministrator'), subject.person.id)).status).toBe(403)
    const operator = await anOperator()
    const refused = await server.ask(operator, 'POST', '/operator/erasures', { body: { name: only.userPrincipalName, checkedHow: 'Letter with a copy of the register.' } })
    expect(refused.body).toMatchObject({ code: 'lastAdministrator' })
  })

  it('can be done by the operator, who says how it was checked who asks; the organization reads it', async () => {
    const operator = await anOperator()
    const [{ upn }] = (await sql<{ upn: string }>('select user_principal_name as upn from people where id = $1', [subject.person.id])) as [{ upn: string }]
    const preview = await server.ask(operator, 'POST', '/operator/erasure-previews', { body: { name: upn } })
    expect(preview.body.person).toMatchObject({ id: subject.person.id, stays: { signatures: 1 } })
    const done = await server.ask(operator, 'POST', '/operator/erasures', { body: { name: upn, checkedHow: 'Letter with a copy of the passport.' } })
    expect(done.status).toBe(204)
    expect(await placesOf(subject.marks)).toEqual(['kept_names.display_name', 'signatures.address', 'signatures.user_agent'])
    const [event] = (await server.ask(admin, 'GET', '/activity')).body.items
    expect(event).toMatchObject({ type: 'person.erased', data: { by: 'operator', checkedHow: 'Letter with a copy of the passport.' } })
  })

  it('of a stranger goes by address, and leaves a colleague’s account alone', async () => {
    const mail = `stranger-${randomBytes(5).toString('hex')}@fabrikam.example`
    await aStranger(mail)
    const operator = await anOperator()
    const name = { name: mail.toUpperCase() }
    expect((await server.ask(operator, 'POST', '/operator/erasure-previews', { body: name })).body.address).toMatchObject({ mails: 1, registrations: 1, contacts: 1, accounts: 0 })
    expect((await server.ask(operator, 'POST', '/operator/erasures', { body: { ...name, checkedHow: 'Answered from that address.' } })).status).toBe(204)
    expect(await placesOf([mail])).toEqual([])
    const [held] = await sql(`select status from mails where tenant_id = $1 and recipient = 'erased'`, [partner.id])
    expect(held).toEqual({ status: 'failed' })
    expect((await server.ask(operator, 'POST', '/operator/erasures', { body: { name: subject.mail, checkedHow: 'x' } })).body).toMatchObject({ reason: 'addressHasAccount' })
  })

  it('keeps the signer’s name for its legal period and no longer, and longer where a relationship rests on it', async () => {
    await erase(admin, subject.person.id)
    const forget = () => performNow(server.env, forgetOldEvidence, theSystem, undefined)
    expect(await forget()).toBe(0)
    await sql(`update kept_names set kept_until = now() - interval '1 day' where person_id = $1`, [subject.person.id])
    await sql(`update reseller_relationships set signature_id = (select id from signatures where person_id = $1) where customer_id = $2`, [subject.person.id, customer.id])
    expect(await forget()).toBe(0)
    await sql(`update reseller_relationships set ended_at = now() where customer_id = $1`, [customer.id])
    const dryRun = async () => (await server.ask(await anOperator(), 'GET', '/operator/retention')).body.items as { what: string; due: number }[]
    expect(await dryRun()).toContainEqual({ what: 'evidence', keptDays: 3650, due: 1 })
    expect(await forget()).toBe(1)
    expect(await dryRun()).toContainEqual({ what: 'evidence', keptDays: 3650, due: 0 })
    expect(await placesOf(subject.marks)).toEqual([])
    const [left] = await sql(`select role, encode(sha256, 'hex') as sha256 from signatures where person_id = $1`, [subject.person.id])
    expect(left).toMatchObject({ role: 'billingAdministrator' })
  })
})
