import { DomainError } from '../domain/errors.ts'
import type { AgreementTextDraft } from '../domain/agreements/publishing.ts'
import type { Transaction } from './database.ts'

/** A customer agreement that is being written; texts may be missing or half done. */
export interface AgreementDraft {
  readonly id: string
  readonly cloud: string
  readonly country: string | null
  readonly mustSignAgain: boolean
  readonly texts: readonly AgreementTextDraft[]
  readonly changedAt: Date
  readonly changedBy: string | null
  readonly version: number
}

const columns = ['id', 'cloud', 'country', 'must_sign_again', 'texts', 'changed_at', 'changed_by', 'version'] as const

/** Latest first; there are few. */
export async function listDrafts(trx: Transaction): Promise<AgreementDraft[]> {
  const rows = await trx.selectFrom('agreement_drafts').select(columns).orderBy('changed_at', 'desc').orderBy('id').limit(200).execute()
  return rows.map(fromRow)
}

export async function findDraft(trx: Transaction, id: string): Promise<AgreementDraft> {
  const row = await trx.selectFrom('agreement_drafts').select(columns).where('id', '=', id).executeTakeFirst()
  if (!row) throw new DomainError('notFound', 'No such draft.')
  return fromRow(row)
}

export async function insertDraft(trx: Transaction, draft: AgreementDraft): Promise<void> {
  await trx.insertInto('agreement_drafts').values({ id: draft.id, ...valuesOf(draft) }).execute()
}

/** Only where nobody changed it since it was read. */
export async function saveDraft(trx: Transaction, draft: AgreementDraft): Promise<AgreementDraft> {
  const version = draft.version + 1
  const { numUpdatedRows } = await trx
    .updateTable('agreement_drafts')
    .set({ ...valuesOf(draft), version })
    .where('id', '=', draft.id)
    .where('version', '=', draft.version)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new DomainError('changedMeanwhile', 'The draft changed meanwhile.')
  return { ...draft, version }
}

export async function deleteDraft(trx: Transaction, id: string, version: number): Promise<void> {
  const { numDeletedRows } = await trx.deleteFrom('agreement_drafts').where('id', '=', id).where('version', '=', version).executeTakeFirst()
  if (numDeletedRows !== 1n) throw new DomainError('changedMeanwhile', 'The draft changed meanwhile.')
}

function valuesOf({ cloud, country, mustSignAgain, texts, changedAt, changedBy }: AgreementDraft) {
  return { cloud, country, must_sign_again: mustSignAgain, texts: JSON.stringify(texts), changed_at: changedAt, changed_by: changedBy }
}

function fromRow(row: { id: string; cloud: string; country: string | null; must_sign_again: boolean; texts: unknown; changed_at: Date; changed_by: string | null; version: number }): AgreementDraft {
  return {
    id: row.id,
    cloud: row.cloud,
    country: row.country,
    mustSignAgain: row.must_sign_again,
    texts: row.texts as AgreementTextDraft[],
    changedAt: row.changed_at,
    changedBy: row.changed_by,
    version: row.version,
  }
}
