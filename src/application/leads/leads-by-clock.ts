import { expireLead } from '../../domain/leads/decide.ts'
import { contactKeptDays } from '../../domain/leads/lead.ts'
import { forgetLeads, lockDueLeads, saveLead } from '../../store/lead-store.ts'
import type { UseCase } from '../use-case.ts'

const batch = 100

/** Fourteen days without an answer: the lead is archived and its sender told (S4.L3.4). Gives back how many. */
export const expireDueLeads: UseCase<void, number> = {
  action: 'lead.expire',

  async run({ trx, now, record }) {
    const due = await lockDueLeads(trx, now, batch)
    for (const lead of due) {
      const { next, event } = expireLead(lead, now)
      await saveLead(trx, next)
      await record(event)
    }
    return due.length
  },
}

/** How to reach whoever asked, and what they wrote, a year after the lead was archived. */
export const forgetOldLeads: UseCase<void, number> = {
  action: 'installation.run',
  run: ({ trx, now }) => forgetLeads(trx, new Date(now.getTime() - contactKeptDays * 86_400_000), now, batch),
}
