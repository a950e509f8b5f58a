import type { Answer, TestServer } from './server.ts'
import { aPartner, type PartnerWishes, type TestPerson, type TestTenant } from './world.ts'

export const noProfileWords = {
  description: 'Ponemos en marcha la nube de pequeñas empresas.',
  website: 'https://contoso.example/',
  linkedin: null,
  industries: ['retail'],
  services: ['migration', 'support'],
  products: [],
  competencies: ['security'],
  skills: ['Energía solar'],
  companySizes: ['10-49'],
  otherCompanies: 'none',
}

export const someLocation = { name: 'Oficina central', addressLine1: 'Calle Mayor 1', city: 'Valdesauce', postalCode: '28013', phone: '+34 910 000 000' }

/** A partner with a page in the finder, made as its people make it. */
export async function aFoundPartner(server: TestServer, { market = 'ES', words = {}, ...wishes }: PartnerWishes & { market?: string; words?: object } = {}) {
  const partner = await aPartner(wishes)
  const writer = await partner.person('businessProfileAdmin')
  const { id } = (await server.ask(writer, 'POST', '/business-profiles', { body: { market } })).body
  await server.ask(writer, 'PUT', `/business-profiles/${id}`, { body: { ...noProfileWords, ...words }, version: 1 })
  await server.ask(writer, 'POST', `/business-profiles/${id}/locations`, { body: someLocation })
  const published = await server.ask(writer, 'POST', `/business-profiles/${id}/publication`, { body: {} })
  if (published.status !== 200) throw new Error(`not published: ${JSON.stringify(published.body)}`)
  return { partner, writer, profileId: id as string }
}

export function referralActs(server: TestServer) {
  return {
    find: async (who: TestPerson, query = '') => server.ask(who, 'GET', `/partner-finder${query}`),
    enquire: (who: TestPerson, partners: readonly string[], body: object = {}): Promise<Answer> =>
      server.ask(who, 'POST', '/enquiries', { body: { partners, message: 'Buscamos ayuda con una migración.', callMe: false, ...body } }),
    leadsOf: async (who: TestPerson, query = '') => (await server.ask(who, 'GET', `/leads${query}`)).body.items,
    act: (who: TestPerson, path: string, body: object = {}) => server.ask(who, 'POST', path, { body }),
  }
}

export const someDeal = { dealName: 'Migración', dealValue: '12000.50', currency: 'EUR', closingOn: '2027-01-31', note: 'Llamar el lunes.' }

/** The one lead that a customer's message made at this partner. */
export async function aLead(server: TestServer, customer: TestTenant, { partner, profileId }: { partner: TestTenant; profileId: string }, body: object = {}) {
  const { enquire, leadsOf } = referralActs(server)
  const ana = await customer.person('globalAdministrator')
  const sent = await enquire(ana, [profileId], body)
  if (sent.status !== 201) throw new Error(`not sent: ${JSON.stringify(sent.body)}`)
  const agent = await partner.person('salesAgent')
  const lead = (await leadsOf(agent, '?size=500')).find(({ company }: { company: { id: string } }) => company.id === customer.id)
  return { id: lead.id as string, lead, ana, agent, sent }
}
