import { describe, expect, it } from 'vitest'
import { csvRows } from '../../text/csv.ts'
import { campaignColumns } from '../../application/campaigns/campaign-csv.ts'
import { anOpenRequest, theList, workOn } from '../../../test/support/campaigns.ts'
import { asBearer, beginExport } from '../../../test/support/export-reading.ts'
import { testServer } from '../../../test/support/server.ts'
import { aPartner, sql, type TestPerson } from '../../../test/support/world.ts'

const server = await testServer()
const patient = { timeout: 20_000, interval: 50 }

async function checked(asker: TestPerson, raw: string): Promise<{ id: string; version: number }> {
  const { id } = (await server.ask(asker, 'POST', '/campaigns', { body: { name: 'Clientes de siempre', delivery: 'self' } })).body
  await server.ask(asker, 'POST', `/campaigns/${id}/list`, { raw, headers: { 'content-type': 'text/csv' } })
  await workOn(server.env, id)
  return (await server.ask(asker, 'GET', `/campaigns/${id}`)).body
}

const exported = (who: TestPerson | null, id: string, body: object = {}, language = 'en') => server.ask(who, 'POST', `/campaigns/${id}/export`, { body, language })
const linesOf = (text: string) => [...csvRows(text)].slice(1).map((cells) => Object.fromEntries(campaignColumns.map((name, at) => [name, cells[at]])))
const eventsOf = (id: string) => sql<{ type: string; reason_code: string | null; data: object }>(`select type, reason_code, data from events where resource_id = $1 and type like 'campaign.export%' order by sequence`, [id])

describe('the rows of a campaign as a file', () => {
  it('hold what the page shows, with reason and dates, and no cell that a spreadsheet would run (rule R20)', async () => {
    const asker = await (await aPartner()).person('salesAgent')
    const { id, version } = await checked(asker, theList([
      ['', '=HYPERLINK("http://x.example")', 'contoso.example', 'ES', '', 'ana@contoso.example', ''],
      ['', '+cmd|calc; =1', 'fabrikam.example', 'FR', '', '', 'es'],
      ['no-guid', '@SUM(A1)', '', 'ES', 'public', '', ''],
    ]))
    await server.ask(asker, 'POST', `/campaigns/${id}/start`, { version })
    await workOn(server.env, id)
    const { items } = (await server.ask(asker, 'GET', `/campaigns/${id}/rows`, { language: 'es' })).body
    await server.ask(asker, 'POST', `/relationship-requests/${items[0].requestId}/sharing`, { body: { by: 'copy' } })
    const { status, body, headers } = await exported(asker, id, {}, 'es')
    expect(status, body).toBe(200)
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present')
    expect(headers.get('content-disposition')).toBe(`attachment; filename="campaign.csv"; filename*=UTF-8''campaign.csv`)
    expect(body).not.toMatch(/(^|[,;]|,")[=+@]/m)
    const [sent, draft, refused] = linesOf(body)
    expect(sent).toMatchObject({ Row: '2', 'Company name': '=HYPERLINK("http://x.example")', State: 'shared', 'Request ID': items[0].requestId, Mail: 'ana@contoso.example', Language: 'es', Mails: '0', Reason: '' })
    for (const column of ['Asked', 'Sent', 'Valid until'] as const) expect(new Date(sent![column]!).getTime(), column).toBeGreaterThan(0)
    expect(draft).toMatchObject({ 'Company name': '+cmd|calc; =1', State: 'draft', Sent: '', Opened: '', Answered: '' })
    expect(refused).toMatchObject({ Row: '4', 'Tenant ID': 'no-guid', State: 'refused', Cloud: 'public', Reason: 'tenantIdForm', Explanation: items[2].why.reasonText, 'Request ID': '', Asked: '' })
  })

  it('of one state come back as a list once they were corrected', async () => {
    const asker = await (await aPartner()).person('adminAgent')
    await anOpenRequest(server, asker, 'asked.example')
    const first = await checked(asker, theList([['', 'Válida', 'contoso.example', 'ES', '', '', ''], ['', '-Norte; =1', 'asked.example', 'ES', '', 'eva@asked.example', ''], ['', 'Mal', 'no domain', 'ES', '', '', 'es']]))
    const file: string = (await exported(asker, first.id, { state: 'refused' })).body
    expect(linesOf(file).map(({ 'Company name': name }) => name)).toEqual(['-Norte; =1', 'Mal'])
    const again = await checked(asker, file.replace('no domain', 'tailspin.example').replace('asked.example', 'other.example'))
    const { items } = (await server.ask(asker, 'GET', `/campaigns/${again.id}/rows`)).body
    expect(items).toMatchObject([{ state: 'ready', companyName: '-Norte; =1', domain: 'other.example', mail: 'eva@asked.example' }, { state: 'ready', companyName: 'Mal', domain: 'tailspin.example', language: 'es' }])
  })

  it('are recorded: who, what was asked for, and how many', async () => {
    const who = await (await aPartner()).person('globalAdmin')
    const { id } = await checked(who, theList([['', 'Contoso', 'contoso.example', 'ES', '', '', ''], ['', '', 'x', '', '', '', '']]))
    await exported(who, id, { state: 'refused' })
    await exported(who, id)
    expect(await eventsOf(id)).toEqual([
      { type: 'campaign.exportStarted', reason_code: null, data: { kind: 'shown', filter: { state: 'refused' } } },
      { type: 'campaign.exportFinished', reason_code: null, data: { rows: 1 } },
      { type: 'campaign.exportStarted', reason_code: null, data: { kind: 'all', filter: {} } },
      { type: 'campaign.exportFinished', reason_code: null, data: { rows: 2 } },
    ])
    const { body } = await server.ask(who, 'GET', '/activity', { language: 'es' })
    expect(body.items[0].text).toBe(`${who.displayName} exportó 2 filas de una campaña a un archivo`)
  })

  it('are open to whom the table of roles names, closed to a suspended partner, and somebody else’s are like absent ones', async () => {
    const partner = await aPartner()
    const asker = await partner.person('salesAgent')
    const { id } = await checked(asker, theList([['', 'Contoso', 'contoso.example', 'ES', '', '', '']]))
    expect(await exported(await partner.person('helpdeskAgent'), id)).toMatchObject({ status: 403, body: { code: 'notAllowed', reason: 'roleMissing' } })
    expect((await exported(null, id)).status).toBe(401)
    expect(await exported(await (await aPartner()).person('globalAdmin'), id)).toMatchObject({ status: 404, body: { code: 'notFound' } })
    expect(await exported(asker, id, { state: 'unknown' })).toMatchObject({ status: 422 })
    await sql(`update partner_profiles set status = 'suspended' where tenant_id = $1`, [partner.id])
    expect(await exported(asker, id)).toMatchObject({ status: 403, body: { reason: 'partnerSuspended' } })
    expect((await server.ask(asker, 'GET', `/campaigns/${id}/rows`)).status).toBe(200)
  })

  it('break off where the right ends on the way or the reader goes, and both are recorded', { timeout: 60_000 }, async () => {
    const partner = await aPartner()
    const asker = await partner.person('salesAgent')
    const { id } = await checked(asker, theList([['', 'Contoso', 'contoso.example', 'ES', '', '', '']]))
    // More than all buffers on the way can hold.
    await sql(
      `insert into campaign_rows (partner_id, campaign_id, line, stated_id, stated_name, stated_domain, stated_country, stated_cloud, stated_mail, stated_language, state, reason_code)
       select $1, $2, n, '', repeat('n', 400), '', '', '', '', '', 'refused', 'rowTooLong' from generate_series(3, 50000) n`,
      [partner.id, id],
    )
    const headers = await asBearer(server, asker)
    ;(await beginExport(server, headers, {}, `/campaigns/${id}/export`)).cancel()
    const stops = async () => (await eventsOf(id)).filter(({ type }) => type === 'campaign.exportStopped')
    await expect.poll(stops, patient).toMatchObject([{ reason_code: null, data: { because: 'cancelled' } }])
    const reading = await beginExport(server, headers, {}, `/campaigns/${id}/export`)
    await sql(`update people set roles = '{helpdeskAgent}' where id = $1`, [asker.id])
    await expect(reading.rest()).rejects.toThrow(/aborted|socket hang up|ECONNRESET/)
    await expect.poll(stops, patient).toMatchObject([{ data: { because: 'cancelled' } }, { reason_code: 'roleMissing', data: { because: 'rightLost' } }])
  })
})
