import { DomainError } from '../../domain/errors.ts'
import { acceptLead as accept, closeLead as close, type DecidedLead, declineLead as decline } from '../../domain/leads/decide.ts'
import { type DeclineReason, type Lead, type LeadDeal, mostNotes } from '../../domain/leads/lead.ts'
import { checkedDeal, leadText } from '../../domain/leads/lead-text.ts'
import { currencyDigits } from '../../domain/formats.ts'
import { insertNote, notesOf } from '../../store/lead-note-store.ts'
import { lockLead, saveLead } from '../../store/lead-store.ts'
import { requireReferrals } from '../business-profiles/referrals-here.ts'
import type { UseCase, Work } from '../use-case.ts'
import { requireProfile } from './own-leads.ts'
import { showLead, type WholeLead } from './show-lead.ts'

export interface LeadAcceptance {
  readonly id: string
  readonly deal: LeadDeal
  /** the partner's own; the customer reads nothing of it */
  readonly note: string
}

/** The partner takes it up; name, value, purchase time and a note are asked for (D.10). */
export const acceptLead: UseCase<LeadAcceptance, WholeLead> = {
  action: 'lead.work',

  async run(work, { id, deal, note }) {
    const lead = await leadToAnswer(work, id)
    const decided = accept(lead, checkedDeal(deal, currencyDigits(deal.currency)), moment(work))
    await addNote(work, lead, note)
    return settle(work, decided)
  },
}

/** The customer reads the reason and is told to choose somebody else. */
export const declineLead: UseCase<{ readonly id: string; readonly reason: DeclineReason; readonly note: string | null }, WholeLead> = {
  action: 'lead.work',

  async run(work, { id, reason, note }) {
    const lead = await leadToAnswer(work, id)
    return settle(work, decline(lead, { reason, note: note === null ? null : leadText(note, { most: 500, field: 'note' }) }, moment(work)))
  },
}

export const closeLead: UseCase<{ readonly id: string; readonly outcome: 'won' | 'lost' }, WholeLead> = {
  action: 'lead.work',
  run: async (work, { id, outcome }) => settle(work, close(await leadToAnswer(work, id), outcome, moment(work))),
}

/** For the partner alone, at any stage. */
export const noteLead: UseCase<{ readonly id: string; readonly text: string }, WholeLead> = {
  action: 'lead.work',

  async run(work, { id, text }) {
    requireReferrals(work)
    const lead = await lockLead(work.trx, 'partner', { tenantId: work.person.tenantId, id })
    await addNote(work, lead, text)
    return showLead(work, lead)
  },
}

async function leadToAnswer(work: Work, id: string): Promise<Lead> {
  requireReferrals(work)
  const lead = await lockLead(work.trx, 'partner', { tenantId: work.person.tenantId, id })
  await requireProfile(work)
  return lead
}

async function addNote({ trx, person, now, newId }: Work, { id, partnerId }: Lead, text: string): Promise<void> {
  const words = leadText(text, { field: 'note' })
  if ((await notesOf(trx, partnerId, id)).length >= mostNotes) throw new DomainError('referralNotPossible', 'The lead is full of notes.', { reason: 'leadFull' })
  await insertNote(trx, { partnerId, leadId: id, id: newId(), at: now, personId: person.personId, text: words })
}

async function settle(work: Work, { next, event }: DecidedLead): Promise<WholeLead> {
  const saved = await saveLead(work.trx, next)
  await work.record(event)
  return showLead(work, saved)
}

function moment({ person, now }: Work): { personId: string; now: Date } {
  return { personId: person.personId, now }
}
