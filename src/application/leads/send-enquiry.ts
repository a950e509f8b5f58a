import { DomainError } from '../../domain/errors.ts'
import { receiveLead } from '../../domain/leads/decide.ts'
import { type Lead, unansweredUntil } from '../../domain/leads/lead.ts'
import { leadPhone, leadText } from '../../domain/leads/lead-text.ts'
import { type FoundPartner, foundPartners } from '../../store/found-partner-store.ts'
import { insertLead } from '../../store/lead-store.ts'
import { findOwnTenant } from '../../store/tenant-store.ts'
import { requireReferrals } from '../business-profiles/referrals-here.ts'
import { withinBudget } from '../limits.ts'
import type { UseCase, Work } from '../use-case.ts'
import { type SentLead, showSentLeads } from './show-lead.ts'

export interface Enquiry {
  /** of found pages; each of these partners gets a lead of its own */
  readonly profileIds: readonly string[]
  readonly message: string
  readonly callMe: boolean
  readonly phone: string | null
  readonly companySize: string | null
}

/** A customer writes to one or several partners. None of them learns of the others, nor of anything but what stands in its own lead. */
export const sendEnquiry: UseCase<Enquiry, readonly SentLead[]> = {
  action: 'enquiry.send',

  async run(work, { profileIds, message, callMe, phone, companySize }) {
    requireReferrals(work)
    const { person, trx } = work
    const words = { message: leadText(message), callMe, phone: leadPhone(phone, callMe), companySize, domain: (await findOwnTenant(trx, person.tenantId)).primaryDomain }
    const wanted = [...new Set(profileIds)]
    const partners = await foundPartners(trx, wanted)
    if (partners.length !== wanted.length) throw new DomainError('invalidInput', 'One of the partners is not to be found any more.', { reason: 'leadPartnerUnknown', field: 'partners' })
    const sent: Lead[] = []
    for (const partner of partners) sent.push(await withinBudget(work.env, 'enquiry', { personId: person.personId, tenantId: person.tenantId }, () => sendOne(work, partner, words)))
    return showSentLeads(work, sent)
  },
}

interface Words {
  readonly message: string
  readonly callMe: boolean
  readonly phone: string | null
  readonly companySize: string | null
  readonly domain: string
}

async function sendOne(work: Work, partner: FoundPartner, words: Words): Promise<Lead> {
  const { person } = work
  if (partner.partnerId === person.tenantId) throw new DomainError('referralNotPossible', 'Nobody is a customer of their own.', { reason: 'leadOwnOrganization' })
  const { next, event } = receiveLead({
    ...blankLead(work, { partnerId: partner.partnerId, partnerName: partner.name, timeZone: partner.timeZone }),
    customerId: person.tenantId,
    sentBy: person.personId,
    kind: 'customerEnquiry',
    market: partner.market,
    company: { name: person.tenantName, domain: words.domain, country: person.country, size: words.companySize },
    contact: { name: person.displayName, mail: person.mail, phone: words.phone },
    message: words.message,
    callMe: words.callMe,
  })
  if (!(await insertLead(work.trx, next))) throw new DomainError('referralNotPossible', 'There is an open enquiry already.', { reason: 'leadOpenAlready', partner: partner.name })
  await work.record(event)
  return next
}

type Given = 'customerId' | 'sentBy' | 'kind' | 'market' | 'company' | 'contact' | 'message' | 'callMe'

/** A lead as it comes in; it ends with the fourteenth day where the partner works (S4.L3.4). */
export function blankLead({ newId, now }: Work, { partnerId, partnerName, timeZone }: { readonly partnerId: string; readonly partnerName: string; readonly timeZone: string }): Omit<Lead, Given> {
  return {
    id: newId(),
    partnerId,
    partnerName,
    status: 'received',
    isFavourite: false,
    receivedAt: now,
    expiresAt: unansweredUntil(now, timeZone),
    answeredAt: null,
    answeredBy: null,
    declineReason: null,
    declineNote: null,
    deal: null,
    closedAt: null,
    closedBy: null,
    version: 1,
  }
}
