import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { theList, workOn } from '../../../test/support/campaigns.ts'
import { invitationActs } from '../../../test/support/invitations.ts'
import { testServer } from '../../../test/support/server.ts'
import { aCustomer, aPartner, sql, type TestPerson, type TestTenant } from '../../../test/support/world.ts'

const server = await testServer()
const { look, accept } = invitationActs(server)

async function published(country: string | null, number: number, languages: readonly string[], at = 'now()'): Promise<void> {
  const id = randomUUID()
  await sql(`insert into agreement_versions (id, cloud, country, number, published_at) values ($1, 'public', $2, $3, ${at})`, [id, country, number])
  for (const language of languages) {
    const body = `SAMPLE agreement ${number} of ${country ?? 'all'} in ${language}`
    await sql(`insert into agreement_texts (version_id, language, title, body, sha256) values ($1, $2, 'Agreement', $3, sha256(convert_to($3, 'UTF8')))`, [id, language, body])
  }
}

beforeAll(async () => {
  await published(null, 1, ['en', 'es', 'de'], `now() - interval '2 days'`)
  await published(null, 2, ['en', 'es', 'de'])
  await published('DE', 3, ['de'])
  await published('FR', 4, ['en', 'es'])
  await published('IT', 5, ['en'])
  await published('IT', 6, ['en', 'es'], `now() + interval '1 day'`)
})

async function started(asker: TestPerson, rows: readonly (readonly string[])[], wish: object = {}) {
  const { id } = (await server.ask(asker, 'POST', '/campaigns', { body: { name: 'Por países', delivery: 'self', ...wish } })).body
  await server.ask(asker, 'POST', `/campaigns/${id}/list`, { raw: theList(rows), headers: { 'content-type': 'text/csv' } })
  await workOn(server.env, id)
  const { version } = (await server.ask(asker, 'GET', `/campaigns/${id}`)).body
  await server.ask(asker, 'POST', `/campaigns/${id}/start`, { version })
  await workOn(server.env, id)
  return (await server.ask(asker, 'GET', `/campaigns/${id}`)).body
}

const secretOf = async (asker: TestPerson, requestId: string): Promise<string> => new URL((await server.ask(asker, 'GET', `/relationship-requests/${requestId}?link=shown`)).body.link).hash.slice(1)
const rowFor = ({ id, name, country }: TestTenant, language = '') => [id, name, '', country, '', '', language]

/** Country, language of its row, and what the browser of its administrator speaks; then letter, and version and language of the agreement. */
const cases = [
  ['ES', '', 'es', { letter: 'es', missing: null, version: 2, first: 'es', shown: 'es' }],
  ['DE', '', 'de-DE,en', { letter: 'de', missing: null, version: 3, first: 'de', shown: 'de' }],
  ['DE', '', 'en', { letter: 'de', missing: null, version: 3, first: 'de', shown: 'de' }],
  ['AT', '', 'fr', { letter: 'de', missing: null, version: 2, first: 'de', shown: 'de' }],
  ['FR', '', 'fr-FR', { letter: 'en', missing: 'fr', version: 4, first: 'en', shown: 'en' }],
  ['FR', 'de', 'es', { letter: 'de', missing: null, version: 4, first: 'en', shown: 'es' }],
  ['FR', 'es', 'fr', { letter: 'es', missing: null, version: 4, first: 'es', shown: 'es' }],
  ['IT', 'es', 'es', { letter: 'es', missing: null, version: 5, first: 'en', shown: 'en' }],
  ['IE', '', 'en-IE', { letter: 'en', missing: null, version: 2, first: 'en', shown: 'en' }],
] as const

describe('letter and agreement of each customer', () => {
  it.each(cases)('in %s, with %j in its row and a browser that speaks %s', async (country, language, browser, expected) => {
    const asker = await (await aPartner()).person('salesAgent')
    const customer = await aCustomer({ country })
    const campaign = await started(asker, [rowFor(customer, language)])
    expect(campaign.countries).toEqual([{ country, rows: 1, language: expected.letter, languageMissing: expected.missing, agreementVersion: expected.version, agreementLanguage: expected.first }])
    const [row] = (await server.ask(asker, 'GET', `/campaigns/${campaign.id}/rows`)).body.items
    expect((await server.ask(asker, 'GET', `/relationship-requests/${row.requestId}`)).body).toMatchObject({ language: expected.letter })
    const ana = await customer.person('globalAdministrator')
    const secret = await secretOf(asker, row.requestId)
    const page = (await look(ana, secret, {}, browser)).body
    expect(page.agreement).toMatchObject({ language: expected.shown, versionNumber: expected.version })
    const { versionId, sha256 } = page.agreement
    const agreement = { versionId, language: expected.shown, sha256 }
    expect(await accept(ana, secret, { body: { agreement } })).toMatchObject({ status: 201, body: { signature: { versionNumber: expected.version, language: expected.shown } } })
    const signed = await sql('select v.country, v.number, s.language from signatures s join agreement_versions v on v.id = s.version_id where s.customer_id = $1', [customer.id])
    expect(signed).toEqual([{ country: ['DE', 'FR', 'IT'].includes(country) ? country : null, number: expected.version, language: expected.shown }])
  })

  it('is said as it is written where Vinculo mails it: in English where there is no mail in the language', async () => {
    const asker = await (await aPartner()).person('salesAgent')
    const list = ['DE', 'ES', 'FR'].map((country, n) => ['', `Cliente ${n}`, `c${n}.letters.example`, country, '', `ana@c${n}.letters.example`, country === 'FR' ? 'es' : ''])
    const campaign = await started(asker, list, { delivery: 'mails', mailsADay: 100_000 })
    expect(campaign.countries.map(({ country, language, languageMissing }: Record<string, unknown>) => [country, language, languageMissing])).toEqual([['DE', 'en', 'de'], ['ES', 'es', null], ['FR', 'es', null]])
    expect(await sql(`select recipient, language from mails where tenant_id = $1 and template = 'partnerInvitation' order by recipient`, [asker.tenantId])).toEqual([
      { recipient: 'ana@c0.letters.example', language: 'en' }, { recipient: 'ana@c1.letters.example', language: 'es' }, { recipient: 'ana@c2.letters.example', language: 'es' },
    ])
  })
})
