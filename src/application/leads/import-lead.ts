import { DomainError } from '../../domain/errors.ts'
import { receiveLead } from '../../domain/leads/decide.ts'
import type { Lead, LeadKind } from '../../domain/leads/lead.ts'
import { leadPhone, leadText } from '../../domain/leads/lead-text.ts'
import { displayName } from '../../domain/names/name.ts'
import { activePartner } from '../../store/addressed-partner-store.ts'
import { insertLead } from '../../store/lead-store.ts'
import { requireReferrals } from '../business-profiles/referrals-here.ts'
import type { UseCase } from '../use-case.ts'
import { blankLead } from './send-enquiry.ts'

export interface OutsideLead {
  readonly partnerId: string
  readonly kind: Exclude<LeadKind, 'customerEnquiry'>
  readonly company: { readonly name: string; readonly domain: string | null; readonly country: string; readonly size: string | null }
  readonly contact: { readonly name: string | null; readonly mail: string | null; readonly phone: string | null }
  readonly message: string
  readonly callMe: boolean
}

/** What the operator's marketing or sales found, handed to one partner (S4.L3.2). Nobody here sent it, so nobody is told how it ends. */
export const importLead: UseCase<OutsideLead, Lead> = {
  action: 'lead.import',

  async run(work, { partnerId, kind, company, contact, message, callMe }) {
    const partner = await activePartner(work.trx, partnerId)
    if (!partner) throw new DomainError('invalidInput', 'No such partner.', { reason: 'leadPartnerUnknown', field: 'partnerId' })
    requireReferrals({ manifest: work.env.manifestOf(partner.cloud) })
    const { next, event } = receiveLead({
      ...blankLead(work, { partnerId, partnerName: partner.name, timeZone: partner.timeZone }),
      customerId: null,
      sentBy: null,
      kind,
      market: company.country,
      company: { ...company, name: displayName(company.name) },
      contact: { name: contact.name === null ? null : displayName(contact.name), mail: contact.mail, phone: leadPhone(contact.phone, callMe) },
      message: leadText(message),
      callMe,
    })
    await insertLead(work.trx, next)
    await work.record(event)
    return next
  },
}
