import { createHash } from 'node:crypto'
import type { CheckedFile } from '../domain/support/request-file.ts'
import type { RequestSide, ServiceRequest } from '../domain/support/service-request.ts'
import type { Transaction } from './database.ts'

export interface RequestNote {
  readonly id: string
  readonly at: Date
  readonly side: RequestSide
  readonly personId: string
  readonly text: string
}

export interface RequestFile extends Omit<RequestNote, 'text'> {
  readonly name: string
  readonly mediaType: string
  /** bytes */
  readonly size: number
  /** whoever sent it was erased, and the file with them */
  readonly isGone: boolean
}

type Of = Pick<ServiceRequest, 'customerId' | 'id'>

export async function insertRequestNote(trx: Transaction, { customerId, id }: Of, note: RequestNote): Promise<void> {
  await trx.insertInto('service_request_notes').values({ customer_id: customerId, request_id: id, id: note.id, at: note.at, side: note.side, person_id: note.personId, body: note.text }).execute()
}

/** Oldest first. */
export async function notesOfRequest(trx: Transaction, requestId: string): Promise<RequestNote[]> {
  const rows = await trx.selectFrom('service_request_notes').select(['id', 'at', 'side', 'person_id', 'body']).where('request_id', '=', requestId).orderBy('at').orderBy('id').execute()
  return rows.map((row) => ({ id: row.id, at: row.at, side: row.side as RequestSide, personId: row.person_id, text: row.body }))
}

export async function insertRequestFile(trx: Transaction, { customerId, id }: Of, file: Pick<RequestNote, 'id' | 'at' | 'side' | 'personId'> & CheckedFile): Promise<void> {
  await trx
    .insertInto('service_request_files')
    .values({
      customer_id: customerId,
      request_id: id,
      id: file.id,
      at: file.at,
      side: file.side,
      person_id: file.personId,
      name: file.name,
      media_type: file.mediaType,
      size: file.content.length,
      sha256: createHash('sha256').update(file.content).digest('hex'),
      content: file.content,
    })
    .execute()
}

/** Oldest first, without their bytes. */
export async function filesOfRequest(trx: Transaction, requestId: string): Promise<RequestFile[]> {
  const rows = await trx
    .selectFrom('service_request_files')
    .select(['id', 'at', 'side', 'person_id', 'name', 'media_type', 'size'])
    .select((row) => row('content', 'is', null).as('is_gone'))
    .where('request_id', '=', requestId)
    .orderBy('at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ id: row.id, at: row.at, side: row.side as RequestSide, personId: row.person_id, name: row.name, mediaType: row.media_type, size: row.size, isGone: Boolean(row.is_gone) }))
}

/** The bytes of one; undefined where there is none, or it went with whoever sent it. */
export async function readRequestFile(trx: Transaction, requestId: string, id: string): Promise<{ readonly name: string; readonly content: Buffer } | undefined> {
  const row = await trx.selectFrom('service_request_files').select(['name', 'content']).where('request_id', '=', requestId).where('id', '=', id).executeTakeFirst()
  return row?.content ? { name: row.name, content: row.content } : undefined
}
