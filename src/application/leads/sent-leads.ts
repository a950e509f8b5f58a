import { withdrawLead } from '../../domain/leads/decide.ts'
import { listLeadsOf } from '../../store/lead-list-store.ts'
import { lockLead, lockOpenLeadsFrom, saveLead } from '../../store/lead-store.ts'
import { type Page, type PageAsk, readPage } from '../page.ts'
import type { UseCase, Work } from '../use-case.ts'
import { type SentLead, showSentLeads } from './show-lead.ts'

/** What the customer sent to partners, and how each stands. */
export const listSentLeads: UseCase<PageAsk, Page<SentLead>> = {
  action: 'enquiry.list',

  async run(work, ask) {
    const page = await readPage(work, ask, {
      route: 'GET /sent-leads',
      filter: {},
      read: (start, most) => listLeadsOf(work.trx, { side: 'customer', tenantId: work.person.tenantId }, { now: work.now }, { start, most }),
      keysOf: ({ keys }) => keys,
    })
    return { ...page, items: await showSentLeads(work, page.items.map(({ lead }) => lead)) }
  },
}

/** Taken back; against an acceptance under way it waits for the row, and comes after it. */
export const withdrawSentLead: UseCase<{ readonly id: string }, SentLead> = {
  action: 'enquiry.withdraw',

  async run(work, { id }) {
    const { trx, person, now } = work
    const { next, event } = withdrawLead(await lockLead(trx, 'customer', { tenantId: person.tenantId, id }), { personId: person.personId, now })
    const saved = await saveLead(trx, next)
    await work.record(event)
    return (await showSentLeads(work, [saved]))[0]!
  },
}

/** When an organization closes, nobody is to answer it any more. */
export async function withdrawLeadsOf(work: Work, customerId: string): Promise<void> {
  for (const lead of await lockOpenLeadsFrom(work.trx, customerId)) {
    const { next, event } = withdrawLead({ ...lead, expiresAt: new Date(8.64e15) }, { personId: work.person.personId, now: work.now })
    await saveLead(work.trx, next)
    await work.record(event)
  }
}
