import { addLocation } from '../application/business-profiles/change-locations.ts'
import { changeProfile, publishProfile } from '../application/business-profiles/change-profile.ts'
import { createProfile } from '../application/business-profiles/own-profiles.ts'
import { acceptLead, declineLead } from '../application/leads/answer-lead.ts'
import { importLead } from '../application/leads/import-lead.ts'
import { favourLead } from '../application/leads/own-leads.ts'
import { sendEnquiry } from '../application/leads/send-enquiry.ts'
import type { ProfileContent } from '../domain/business-profiles/business-profile.ts'
import type { Stage } from './stage.ts'

export interface ReferralCast {
  /** its Global admin */
  readonly direct: { readonly id: string; readonly person: string }
  readonly provider: { readonly id: string; readonly person: string }
  /** Global administrators of customers */
  readonly related: string
  readonly several: string
  readonly operator: string
}

const words: ProfileContent = {
  description: '',
  website: null,
  linkedin: null,
  industries: ['retail', 'manufacturing'],
  services: ['migration', 'managedServices', 'support'],
  products: ['office365'],
  competencies: ['cloudProductivity', 'security'],
  skills: ['Correo y archivos en la nube', 'Copias de seguridad'],
  companySizes: ['10-49', '50-249'],
  otherCompanies: 'none',
}

/** Two partners that customers find, and what customers and the operator sent them. */
export async function tellOfReferrals(stage: Stage, { direct, provider, related, several, operator }: ReferralCast): Promise<void> {
  const own = await aPage(stage, direct.person, {
    ...words, website: 'https://nimboclaro.example/',
    description: 'Llevamos a pequeñas y medianas empresas a la nube y nos quedamos a su lado: migración, administración diaria y soporte en castellano, gallego y catalán.',
  })
  const other = await aPage(stage, provider.person, { ...words, services: ['licensing', 'training'], industries: [], description: 'Licencias y formación para quien prefiere llevar su propia nube.' })
  const enquiry = { callMe: false, phone: null, companySize: '50-249' } as const

  const [asked] = await stage.act(several, stage.ago(9), sendEnquiry, { ...enquiry, profileIds: [own], message: 'Abrimos dos tiendas en otoño y queremos llevar el correo y los archivos a la nube. ¿Podrían hacernos una propuesta?' })
  const deal = { name: 'Dos tiendas en la nube', value: '8400', currency: 'EUR', closingOn: '2027-03-31', crmId: 'OP-2041', campaignId: null }
  await stage.act(direct.person, stage.ago(8), acceptLead, { id: asked!.id, deal, note: 'Ya hablado por teléfono; envían la lista de puestos.' })
  await stage.act(direct.person, stage.ago(8, 11), favourLead, { id: asked!.id, isFavourite: true })
  const [refused] = await stage.act(related, stage.ago(6), sendEnquiry, { ...enquiry, profileIds: [other], message: 'Buscamos formación para treinta personas en dos turnos.' })
  await stage.act(provider.person, stage.ago(5), declineLead, { id: refused!.id, reason: 'noCapacity', note: 'Hasta primavera no tenemos fechas libres.' })
  await stage.act(related, stage.ago(1), sendEnquiry, { ...enquiry, profileIds: [own, other], callMe: true, phone: '+34 910 000 017', message: 'Queremos copias de seguridad de los equipos de la fábrica.\n¿Nos pueden llamar esta semana?' })
  await stage.act(operator, stage.ago(4), importLead, {
    partnerId: direct.id, kind: 'marketingQualified', callMe: false,
    company: { name: 'Bodegas Cerro Lindo', domain: null, country: 'ES', size: '10-49' },
    contact: { name: 'Irene Valdeolmos', mail: 'irene@cerrolindo.example', phone: null },
    message: 'Descargó la guía de seguridad y pidió precios para quince puestos.',
  })
}

async function aPage(stage: Stage, personId: string, content: ProfileContent): Promise<string> {
  const { id } = await stage.act(personId, stage.ago(40), createProfile, { market: 'ES' })
  await stage.act(personId, stage.ago(40), changeProfile, { id, version: 1, content })
  const location = { addressLine2: null, state: null, phone: '+34 910 000 001' }
  await stage.act(personId, stage.ago(40), addLocation, { profileId: id, location: { ...location, name: 'Oficina central', addressLine1: 'Calle del Faro 12', postalCode: '28901', city: 'Valdesauce' } })
  await stage.act(personId, stage.ago(40), addLocation, { profileId: id, location: { ...location, name: 'Taller', addressLine1: 'Polígono Norte, nave 4', postalCode: '28902', city: 'Valdesauce' } })
  await stage.act(personId, stage.ago(39), publishProfile, { id })
  return id
}
