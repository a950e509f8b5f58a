import { randomUUID } from 'node:crypto'
import { aPartner, sql, type TestTenant } from './world.ts'

type Words = (what: string, readers: readonly TestTenant[]) => string

/** A draft profile with a location, and two leads, one of them answered; given, not lived through. */
export async function aReferral(partner: TestTenant, customer: TestTenant, words: Words): Promise<{ businessProfile: string; profileLocation: string; lead: string }> {
  const [writer, admin] = [await partner.person('globalAdmin'), await customer.person('globalAdministrator')]
  const profileLocation = randomUUID()
  const [{ id: businessProfile } = { id: '' }] = await sql<{ id: string }>(
    `insert into business_profiles (partner_id, id, market, status, description, skills, created_at, created_by, changed_at, changed_by)
     values ($1, $2, 'PT', 'draft', $3, array[$4], now(), $5, now(), $5) on conflict (partner_id, market) do update set changed_at = now() returning id`,
    [partner.id, randomUUID(), words('profile description', [partner]), words('skill', [partner]), writer.id],
  )
  await sql("insert into profile_locations (partner_id, id, profile_id, name, address_line1, city, country, created_at, created_by) values ($1, $2, $3, $4, $5, 'Valdesauce', 'PT', now(), $6)", [
    partner.id, profileLocation, businessProfile, words('location', [partner]), words('address', [partner]), writer.id,
  ])
  const leads = [randomUUID(), randomUUID()]
  for (const [at, id] of leads.entries()) await aLeadRow({ id, partner, customer, words, sentBy: admin.id, status: at === 0 ? 'accepted' : 'declined' })
  await sql('insert into lead_notes (partner_id, id, lead_id, at, person_id, body) values ($1, $2, $3, now(), $4, $5)', [partner.id, randomUUID(), leads[0], writer.id, words('lead note', [partner])])
  return { businessProfile, profileLocation, lead: leads[0]! }
}

interface LeadRow {
  readonly id: string
  readonly partner: TestTenant
  readonly customer: TestTenant
  readonly words: Words
  readonly sentBy: string
  readonly status: string
}

async function aLeadRow({ id, partner, customer, words, sentBy, status }: LeadRow): Promise<void> {
  const both = [partner, customer]
  await sql(
    `insert into leads (id, partner_id, partner_name, customer_id, sent_by, kind, status, market, company_name, company_key, company_domain, company_country, contact_name, message, received_at, expires_at, deal_name, deal_value,
       deal_currency, closing_on)
     values ($1, $2, $3, $4, $5, 'customerEnquiry', $6, 'ES', $7, lower($7), 'contoso.example', 'ES', $8, $9, now(), now() + interval '14 days', $10, 10, 'EUR', '2027-01-31')`,
    [id, partner.id, words('partner of a lead', both), customer.id, sentBy, status, words('company of a lead', both), words('lead contact', both), words('lead message', both), words('deal', [partner])],
  )
}

/** Two pages that customers of the cloud find, of partners that have nothing to do with anybody. */
export async function publishedPages(market: string): Promise<string> {
  const ids = [randomUUID(), randomUUID()]
  for (const id of ids) {
    const partner = await aPartner()
    const writer = await partner.person('globalAdmin')
    await sql(
      `insert into business_profiles (partner_id, id, market, status, description, services, other_companies, other_companies_by, other_companies_at, created_at, created_by, published_at, changed_at, changed_by)
       values ($1, $2, $3, 'published', 'A page', '{support}', 'none', $4, now(), now(), $4, now(), now(), $4)`,
      [partner.id, id, market, writer.id],
    )
  }
  return ids[0]!
}
