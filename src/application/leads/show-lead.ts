import { callDueAt, callState, effectiveLeadStatus, type Lead, type LeadStage, stageOf } from '../../domain/leads/lead.ts'
import { customersLeadActs, leadTransitions, partnersLeadActs } from '../../domain/leads/transitions.ts'
import { roleAllows } from '../../domain/rights.ts'
import { openTransitions } from '../../domain/transition.ts'
import { type LeadNote, notesOf } from '../../store/lead-note-store.ts'
import { namesOfPeople } from '../../store/names-of-people.ts'
import type { Work } from '../use-case.ts'

interface ShownLead extends Lead {
  readonly stage: LeadStage
  readonly call: 'now' | 'late' | null
  readonly callDueAt: Date
  readonly can: readonly string[]
}

/** As the partner reads it. */
export interface PartnersLead extends ShownLead {
  readonly answeredByName: string | null
}

export interface WholeLead extends PartnersLead {
  readonly notes: readonly (LeadNote & { readonly authorName: string | null })[]
}

/** As the customer that sent it reads it. */
export interface SentLead extends ShownLead {
  readonly sentByName: string | null
}

export async function showLeads(work: Work, leads: readonly Lead[]): Promise<PartnersLead[]> {
  const people = await namesOfPeople(work.trx, leads.flatMap(({ answeredBy }) => answeredBy ?? []))
  const may = roleAllows(work.person.roles, 'lead.work')
  return leads.map((lead) => ({ ...shown(work, lead, may ? partnersLeadActs : []), answeredByName: people.get(lead.answeredBy ?? '')?.displayName ?? null }))
}

export async function showLead(work: Work, lead: Lead): Promise<WholeLead> {
  const [[one], notes] = await Promise.all([showLeads(work, [lead]), notesOf(work.trx, work.person.tenantId, lead.id)])
  const people = await namesOfPeople(work.trx, notes.map(({ personId }) => personId))
  return { ...one!, notes: notes.map((note) => ({ ...note, authorName: people.get(note.personId)?.displayName ?? null })) }
}

export async function showSentLeads(work: Work, leads: readonly Lead[]): Promise<SentLead[]> {
  const people = await namesOfPeople(work.trx, leads.flatMap(({ sentBy }) => sentBy ?? []))
  return leads.map((lead) => ({ ...shown(work, lead, customersLeadActs), sentByName: people.get(lead.sentBy ?? '')?.displayName ?? null }))
}

function shown({ now }: Work, lead: Lead, acts: readonly string[]): ShownLead {
  const status = effectiveLeadStatus(lead, now)
  return {
    ...lead,
    status,
    stage: stageOf(status),
    call: callState(lead, status, now),
    callDueAt: callDueAt(lead.receivedAt),
    can: openTransitions(leadTransitions, status).filter((act) => acts.includes(act)),
  }
}
