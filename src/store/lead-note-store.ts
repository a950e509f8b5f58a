import type { Transaction } from './database.ts'

export interface LeadNote {
  readonly id: string
  readonly at: Date
  readonly personId: string
  readonly text: string
}

export async function insertNote(trx: Transaction, { partnerId, leadId, ...note }: LeadNote & { readonly partnerId: string; readonly leadId: string }): Promise<void> {
  await trx.insertInto('lead_notes').values({ partner_id: partnerId, id: note.id, lead_id: leadId, at: note.at, person_id: note.personId, body: note.text }).execute()
}

/** Oldest first; a partner sees its own alone. */
export async function notesOf(trx: Transaction, partnerId: string, leadId: string): Promise<LeadNote[]> {
  const rows = await trx.selectFrom('lead_notes').selectAll().where('partner_id', '=', partnerId).where('lead_id', '=', leadId).orderBy('at').orderBy('id').execute()
  return rows.map((row) => ({ id: row.id, at: row.at, personId: row.person_id, text: row.body }))
}
