import { DomainError } from '../../domain/errors.ts'
import type { LeadStage, LeadTab } from '../../domain/leads/lead.ts'
import { searchKey } from '../../domain/names/search-key.ts'
import { hasProfile } from '../../store/business-profile-store.ts'
import { listLeadsOf } from '../../store/lead-list-store.ts'
import { findLead, lockLead, markFavourite } from '../../store/lead-store.ts'
import { requireReferrals } from '../business-profiles/referrals-here.ts'
import { type Page, type PageAsk, readPage } from '../page.ts'
import type { UseCase, Work } from '../use-case.ts'
import { type PartnersLead, showLead, showLeads, type WholeLead } from './show-lead.ts'

export interface LeadListInput extends PageAsk {
  readonly tab: LeadTab | undefined
  readonly stage: LeadStage | undefined
  readonly search: string | undefined
}

export interface LeadPage extends Page<PartnersLead> {
  /** leads are answered only once there is a profile (S4.L3.1) */
  readonly hasProfile: boolean
}

/** The partner's leads, latest first (S4.L3.2, S4.L3.3). */
export const listLeads: UseCase<LeadListInput, LeadPage> = {
  action: 'lead.list',

  async run(work, { size, cursor, tab, stage, search }) {
    requireReferrals(work)
    const wanted = search === undefined ? undefined : searchKey(search)
    const page = await readPage(work, { size, cursor }, {
      route: 'GET /leads',
      filter: { tab, stage, wanted },
      read: (start, most) => listLeadsOf(work.trx, { side: 'partner', tenantId: work.person.tenantId }, { tab, stage, search: wanted, now: work.now }, { start, most }),
      keysOf: ({ keys }) => keys,
    })
    return { ...page, items: await showLeads(work, page.items.map(({ lead }) => lead)), hasProfile: await hasProfile(work.trx, work.person.tenantId) }
  },
}

export const readLead: UseCase<{ readonly id: string }, WholeLead> = {
  action: 'lead.list',

  async run(work, { id }) {
    requireReferrals(work)
    return showLead(work, await findLead(work.trx, 'partner', { tenantId: work.person.tenantId, id }))
  },
}

/** The heart: for the whole organization, so that colleagues see the same list. */
export const favourLead: UseCase<{ readonly id: string; readonly isFavourite: boolean }, WholeLead> = {
  action: 'lead.work',

  async run(work, { id, isFavourite }) {
    requireReferrals(work)
    const lead = await lockLead(work.trx, 'partner', { tenantId: work.person.tenantId, id })
    await markFavourite(work.trx, id, isFavourite)
    return showLead(work, { ...lead, isFavourite })
  },
}

/** S4.L3.1. */
export async function requireProfile({ trx, person }: Work): Promise<void> {
  if (!(await hasProfile(trx, person.tenantId))) throw new DomainError('referralNotPossible', 'A business profile comes first.', { reason: 'leadNeedsProfile' })
}
