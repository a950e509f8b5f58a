import { describe, expect, it } from 'vitest'
import { eventsOf } from '../../../test/support/invitations.ts'
import { testClock } from '../../../test/support/environment.ts'
import { aFoundPartner, aLead, referralActs, someDeal } from '../../../test/support/referrals.ts'
import { testServer } from '../../../test/support/server.ts'
import { aCustomer, anOperator, aPartner, sql } from '../../../test/support/world.ts'
import { expireDueLeads, forgetOldLeads } from '../../application/leads/leads-by-clock.ts'
import { composeMails } from '../../application/mail/compose-mails.ts'
import { performNow } from '../../application/perform.ts'
import { theSystem } from '../../domain/actor.ts'

const at = testClock(new Date('2026-03-02T10:00:00Z'))
const server = await testServer({ at, clock: at.now, rateFactor: 1 })
const { enquire, leadsOf, act } = referralActs(server)
const problem = ({ status, body }: { status: number; body: { code?: string; reason?: string } }) => [status, body.code, body.reason]

async function mailsAbout(leadId: string) {
  for (const { id } of await sql<{ id: string }>('select id from events where resource_id = $1 order by sequence', [leadId])) await performNow(server.env, composeMails, theSystem, { eventId: id })
  return (await sql<{ template: string; subject: string; recipient: string; body: string }>('select template, subject, recipient, body from mails where about_id = $1 order by created_at', [leadId])).map((mail) => mail)
}

describe('an enquiry', () => {
  it('goes to one partner or several; each has a lead of its own and learns nothing of the others [S1.27] [S4.L3.2]', async () => {
    const [one, other] = [await aFoundPartner(server), await aFoundPartner(server)]
    const customer = await aCustomer({ name: 'Bodegas Valdesauce' })
    const ana = await customer.person('globalAdministrator')
    const sent = await enquire(ana, [one.profileId, other.profileId], { callMe: true, phone: '+34 600 000 000', companySize: '10-49' })
    expect(sent.status).toBe(201)
    expect(sent.body.items).toMatchObject([{ status: 'received', can: ['withdraw'] }, { status: 'received' }])
    const [lead] = await leadsOf(await one.partner.person('salesAgent'))
    expect(lead).toMatchObject({
      kind: 'customerEnquiry', stage: 'received', call: 'now',
      company: { id: customer.id, name: 'Bodegas Valdesauce', domain: customer.domain, size: '10-49' },
      contact: { name: ana.displayName, mail: ana.userPrincipalName, phone: '+34 600 000 000' },
    })
    expect(JSON.stringify(lead)).not.toContain(other.partner.name)
    expect(JSON.stringify(lead)).not.toContain(other.partner.id)
    const [others] = await leadsOf(await other.partner.person('referralsAdmin'))
    expect(others.id).not.toBe(lead.id)
    expect((await server.ask(await other.partner.person('referralsAdmin'), 'GET', `/leads/${lead.id}`)).status).toBe(404)
    expect((await server.ask(await (await aCustomer()).person('globalAdministrator'), 'POST', `/sent-leads/${lead.id}/withdrawal`, { body: {} })).status).toBe(404)
    const mails = await mailsAbout(lead.id)
    expect(mails[0]).toMatchObject({ template: 'leadToPartner', subject: 'Bodegas Valdesauce pregunta por sus servicios' })
    expect(mails[0]!.body).toContain('Pide que le llamen directamente')
    expect(mails[0]!.body).not.toContain('migración')
  })

  it('is refused with a reason: twice to the same partner, without a number to call, to nobody, and too many a day', async () => {
    const found = await aFoundPartner(server)
    const ana = await (await aCustomer()).person('globalAdministrator')
    expect(problem(await enquire(ana, [found.profileId], { callMe: true }))).toEqual([422, 'invalidInput', 'leadPhoneMissing'])
    expect(problem(await enquire(ana, [found.profileId], { message: ' ' }))).toEqual([422, 'invalidInput', 'leadTextForm'])
    expect(problem(await enquire(ana, [found.partner.id]))).toEqual([422, 'invalidInput', 'leadPartnerUnknown'])
    let last = await enquire(ana, [found.profileId])
    expect(problem(await enquire(ana, [found.profileId]))).toEqual([409, 'referralNotPossible', 'leadOpenAlready'])
    const statuses: number[] = []
    for (let turn = 0; turn < 21; turn++) {
      if (last.status === 201) await act(ana, `/sent-leads/${last.body.items[0].id}/withdrawal`)
      last = await enquire(ana, [found.profileId])
      statuses.push(last.status)
    }
    expect(new Set(statuses)).toEqual(new Set([201, 429]))
  })
})

describe('a partner', () => {
  it('accepts with a deal and a note, and closes it as won; the customer sees that it was accepted, and not the deal [S4.16] [S4.L3] [S4.L3.3]', async () => {
    const found = await aFoundPartner(server)
    const { id, agent, ana } = await aLead(server, await aCustomer(), found)
    expect(problem(await act(agent, `/leads/${id}/acceptance`, { ...someDeal, dealValue: '1.234' }))).toEqual([422, 'invalidInput', 'leadDealForm'])
    const accepted = await act(agent, `/leads/${id}/acceptance`, someDeal)
    expect(accepted.body).toMatchObject({
      status: 'accepted', stage: 'accepted', can: ['win', 'lose'], answeredByName: agent.displayName,
      deal: { name: 'Migración', value: '12000.5', currency: 'EUR', closingOn: '2027-01-31' }, notes: [{ text: 'Llamar el lunes.', authorName: agent.displayName }],
    })
    const [sent] = (await server.ask(ana, 'GET', '/sent-leads')).body.items
    expect(sent).toMatchObject({ status: 'accepted', partnerName: found.partner.name, can: ['withdraw'] })
    expect(JSON.stringify(sent)).not.toMatch(/\b12000\b|lunes/)
    expect(problem(await act(agent, `/leads/${id}/decline`, { reason: 'other' })).slice(0, 2)).toEqual([409, 'invalidTransition'])
    expect((await act(agent, `/leads/${id}/closure`, { outcome: 'won' })).body).toMatchObject({ status: 'won', stage: 'archived', can: [] })
    expect((await eventsOf(id)).map(({ type }) => type)).toEqual(['lead.received', 'lead.accepted', 'lead.won'])
    expect((await mailsAbout(id)).map(({ template, recipient }) => [template, recipient])).toContainEqual(['leadToCustomer', ana.userPrincipalName])
  })

  it('declines with a reason that the customer reads', async () => {
    const { id, agent, ana } = await aLead(server, await aCustomer(), await aFoundPartner(server))
    expect((await act(agent, `/leads/${id}/decline`, { reason: 'outsideRegion', note: 'No vamos a las islas.' })).body.status).toBe('declined')
    const [sent] = (await server.ask(ana, 'GET', '/sent-leads')).body.items
    expect(sent).toMatchObject({ status: 'declined', declineReason: 'outsideRegion', declineNote: 'No vamos a las islas.', can: [] })
    expect((await mailsAbout(id)).find(({ template }) => template === 'leadToCustomer')!.body).toContain('Elijan otro partner')
  })

  it('needs a business profile before it answers [S4.L3.1]', async () => {
    const partner = await aPartner()
    const operator = await anOperator()
    const made = await server.ask(operator, 'POST', '/operator/leads', {
      body: { partnerId: partner.id, kind: 'salesQualified', company: { name: 'Wingtip', country: 'ES' }, contact: { mail: 'compras@wingtip.example' }, message: 'Quiere 40 licencias.', callMe: false },
    })
    expect(made.body).toMatchObject({ kind: 'salesQualified', companyName: 'Wingtip' })
    const agent = await partner.person('salesAgent')
    expect((await server.ask(agent, 'GET', '/leads')).body).toMatchObject({ hasProfile: false, items: [{ company: { id: null, name: 'Wingtip' } }] })
    expect(problem(await act(agent, `/leads/${made.body.id}/acceptance`, someDeal))).toEqual([409, 'referralNotPossible', 'leadNeedsProfile'])
    expect((await leadsOf(agent, '?tab=marketplace'))).toEqual([])
    expect((await leadsOf(agent, '?tab=qualified'))).toHaveLength(1)
  })

  it('puts leads among its favourites, finds them by stage and name, and notes what it likes [S4.L3.2]', async () => {
    const found = await aFoundPartner(server)
    const { id, agent } = await aLead(server, await aCustomer({ name: 'Árbol y Vino' }), found)
    await act(agent, `/leads/${id}/favourite`, { isFavourite: true })
    expect(await leadsOf(agent, '?tab=favourites&search=arbol&stage=received')).toMatchObject([{ id, isFavourite: true }])
    await act(agent, `/leads/${id}/favourite`, { isFavourite: false })
    expect(await leadsOf(agent, '?tab=favourites')).toEqual([])
    expect((await act(agent, `/leads/${id}/notes`, { note: 'Una nota' })).body.notes).toMatchObject([{ text: 'Una nota' }])
    expect(problem(await server.ask(await found.partner.person('helpdeskAgent'), 'GET', `/leads/${id}`))).toEqual([403, 'notAllowed', 'roleMissing'])
  })

  it('while suspended reads its leads and answers none', async () => {
    const found = await aFoundPartner(server)
    const { id, agent } = await aLead(server, await aCustomer(), found)
    await sql("update partner_profiles set status = 'suspended' where tenant_id = $1", [found.partner.id])
    expect((await server.ask(agent, 'GET', `/leads/${id}`)).status).toBe(200)
    expect(problem(await act(agent, `/leads/${id}/acceptance`, someDeal))).toEqual([403, 'notAllowed', 'partnerSuspended'])
  })
})

describe('the clock', () => {
  it('turns "call me" after 72 hours and archives after the fourteenth day where the partner works; the sender is told [S4.L3.4] [S4.L3.5]', async () => {
    at.set(new Date('2026-03-02T10:00:00Z'))
    const found = await aFoundPartner(server, { timeZone: 'Atlantic/Canary' })
    const { id, lead, agent, ana } = await aLead(server, await aCustomer(), found, { callMe: true, phone: '600 000 000' })
    expect(lead).toMatchObject({ call: 'now', callDueAt: '2026-03-05T10:00:00.000Z', expiresAt: '2026-03-16T23:59:00.000Z' })
    at.set(new Date('2026-03-05T10:00:00Z'))
    expect((await server.ask(agent, 'GET', `/leads/${id}`)).body).toMatchObject({ call: 'late', status: 'received' })
    at.set(new Date('2026-03-16T23:58:00Z'))
    while ((await performNow(server.env, expireDueLeads, theSystem, undefined)) > 0);
    expect(await sql('select status from leads where id = $1', [id])).toEqual([{ status: 'received' }])
    at.set(new Date('2026-03-16T23:59:00Z'))
    // By the clock before any job has run.
    expect((await server.ask(agent, 'GET', `/leads/${id}`)).body).toMatchObject({ status: 'expired', stage: 'archived', call: null, can: [] })
    expect(await leadsOf(agent, '?stage=archived')).toMatchObject([{ id }])
    expect(problem(await act(agent, `/leads/${id}/acceptance`, someDeal)).slice(0, 2)).toEqual([409, 'invalidTransition'])
    while ((await performNow(server.env, expireDueLeads, theSystem, undefined)) > 0);
    expect((await server.ask(ana, 'GET', '/sent-leads')).body.items).toMatchObject([{ status: 'expired' }])
    expect((await mailsAbout(id)).find(({ template }) => template === 'leadToCustomer')).toMatchObject({ recipient: ana.userPrincipalName, subject: `${found.partner.name} no ha respondido a su consulta` })
  })

  it('forgets message, contact and notes a year after the lead was archived', async () => {
    const { id, agent } = await aLead(server, await aCustomer(), await aFoundPartner(server))
    await act(agent, `/leads/${id}/notes`, { note: 'Una nota' })
    await act(agent, `/leads/${id}/decline`, { reason: 'other' })
    at.forward({ days: 364 })
    await performNow(server.env, forgetOldLeads, theSystem, undefined)
    expect(await sql('select message is null as gone from leads where id = $1', [id])).toEqual([{ gone: false }])
    at.forward({ days: 2 })
    while ((await performNow(server.env, forgetOldLeads, theSystem, undefined)) > 0);
    expect(await sql('select message, contact_name, contact_mail from leads where id = $1', [id])).toEqual([{ message: null, contact_name: null, contact_mail: null }])
    expect(await sql('select 1 from lead_notes where lead_id = $1', [id])).toEqual([])
  })
})

describe('a customer', () => {
  it('takes back what it sent; how to reach it goes at once, and it may ask again', async () => {
    const found = await aFoundPartner(server)
    const { id, agent, ana } = await aLead(server, await aCustomer(), found)
    await act(agent, `/leads/${id}/acceptance`, someDeal)
    expect((await act(ana, `/sent-leads/${id}/withdrawal`)).body).toMatchObject({ status: 'withdrawn', can: [] })
    expect((await server.ask(agent, 'GET', `/leads/${id}`)).body).toMatchObject({ status: 'withdrawn', stage: 'archived', contact: { name: null, mail: null, phone: null } })
    expect((await enquire(ana, [found.profileId])).status).toBe(201)
  })

  it('withdrawing and the partner accepting at once leave one truth', async () => {
    const found = await aFoundPartner(server)
    for (let round = 0; round < 10; round++) {
      const customer = await aCustomer()
      const { id, agent, ana } = await aLead(server, customer, found)
      const [accepted, withdrawn] = await Promise.all([act(agent, `/leads/${id}/acceptance`, someDeal), act(ana, `/sent-leads/${id}/withdrawal`)])
      expect(withdrawn.status).toBe(200)
      const types = (await eventsOf(id)).map(({ type }) => type)
      expect(types).toEqual(accepted.status === 200 ? ['lead.received', 'lead.accepted', 'lead.withdrawn'] : ['lead.received', 'lead.withdrawn'])
      expect((await server.ask(agent, 'GET', `/leads/${id}`)).body.status).toBe('withdrawn')
    }
  })

  it('that closes takes back what it sent', async () => {
    const found = await aFoundPartner(server)
    const customer = await aCustomer()
    const { id, agent } = await aLead(server, customer, found)
    expect((await server.ask(await anOperator(), 'POST', `/operator/customers/${customer.id}/closure`, { body: {} })).status).toBeLessThan(300)
    expect((await server.ask(agent, 'GET', `/leads/${id}`)).body).toMatchObject({ status: 'withdrawn', contact: { name: null, mail: null } })
  })

  it('whose sender is erased stands in no lead any more, nor does an address that is erased', async () => {
    const found = await aFoundPartner(server)
    const { id, ana } = await aLead(server, await aCustomer(), found)
    await sql("update people set status = 'erased' where id = $1", [ana.id])
    expect(await sql('select message, contact_name, contact_mail from leads where id = $1', [id])).toEqual([{ message: null, contact_name: null, contact_mail: null }])
  })
})
