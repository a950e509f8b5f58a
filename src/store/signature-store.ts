import { sql } from 'kysely'
import type { Transaction } from './database.ts'

/** Who signed which bytes, when, and how that is known (reliability A.3 F3). Written once, never changed. */
export interface Signature {
  readonly id: string
  readonly customerId: string
  readonly versionId: string
  readonly language: string
  readonly sha256: Buffer
  readonly personId: string
  readonly role: string
  readonly signedAt: Date
  readonly partnerId: string | null
  readonly requestId: string | null
  readonly authenticatedBy: readonly string[]
  readonly sessionId: string | null
  readonly address: string | null
  readonly userAgent: string | null
  readonly traceId: string | null
}

export interface SignedAgreement extends Signature {
  readonly title: string
  readonly body: string
  readonly number: number
}

export async function insertSignature(trx: Transaction, signature: Signature): Promise<void> {
  await trx
    .insertInto('signatures')
    .values({
      customer_id: signature.customerId,
      id: signature.id,
      version_id: signature.versionId,
      language: signature.language,
      sha256: signature.sha256,
      person_id: signature.personId,
      role: signature.role,
      signed_at: signature.signedAt,
      partner_id: signature.partnerId,
      request_id: signature.requestId,
      authenticated_by: [...signature.authenticatedBy],
      session_id: signature.sessionId,
      address: signature.address,
      user_agent: signature.userAgent,
      trace_id: signature.traceId,
    })
    .execute()
}

/** Newest first; the versions alone are enough to see whether one still counts. */
export async function signedVersions(trx: Transaction, customerId: string): Promise<{ id: string; versionId: string }[]> {
  const rows = await trx
    .selectFrom('signatures')
    .select(['id', 'version_id'])
    .where('customer_id', '=', customerId)
    .orderBy('signed_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map((row) => ({ id: row.id, versionId: row.version_id }))
}

export interface SignaturePage {
  readonly most: number
  /** the last or first row of the neighbouring page; exclusive */
  readonly from: { readonly signedAt: Date; readonly id: string; readonly isBackward: boolean } | undefined
}

/** What the customer signed, newest first or backwards from there, with the text exactly as it was shown. */
export async function signedAgreements(trx: Transaction, customerId: string, { most, from }: SignaturePage): Promise<SignedAgreement[]> {
  const direction = from?.isBackward ? 'asc' : 'desc'
  let query = signed(trx, customerId)
  if (from) {
    const edge = sql`(${from.signedAt}::timestamptz, ${from.id}::uuid)`
    query = query.where(from.isBackward ? sql<boolean>`(signature.signed_at, signature.id) > ${edge}` : sql<boolean>`(signature.signed_at, signature.id) < ${edge}`)
  }
  const rows = await query.orderBy('signature.signed_at', direction).orderBy('signature.id', direction).limit(most).execute()
  return rows.map(fromRow)
}

export async function findSignedAgreement(trx: Transaction, customerId: string, id: string): Promise<SignedAgreement | undefined> {
  const row = await signed(trx, customerId).where('signature.id', '=', id).executeTakeFirst()
  return row && fromRow(row)
}

function signed(trx: Transaction, customerId: string) {
  return trx
    .selectFrom('signatures as signature')
    .innerJoin('agreement_texts as text', (on) =>
      on.onRef('text.version_id', '=', 'signature.version_id').onRef('text.language', '=', 'signature.language'),
    )
    .innerJoin('agreement_versions as version', 'version.id', 'signature.version_id')
    .select([
      'signature.id',
      'signature.customer_id',
      'signature.version_id',
      'signature.language',
      'signature.sha256',
      'signature.person_id',
      'signature.role',
      'signature.signed_at',
      'signature.partner_id',
      'signature.request_id',
      'signature.authenticated_by',
      'signature.session_id',
      'signature.address',
      'signature.user_agent',
      'signature.trace_id',
      'text.title',
      'text.body',
      'version.number',
    ])
    .where('signature.customer_id', '=', customerId)
}

type Row = Awaited<ReturnType<ReturnType<typeof signed>['executeTakeFirstOrThrow']>>

function fromRow(row: Row): SignedAgreement {
  return {
    id: row.id,
    customerId: row.customer_id,
    versionId: row.version_id,
    language: row.language,
    sha256: row.sha256,
    personId: row.person_id,
    role: row.role,
    signedAt: row.signed_at,
    partnerId: row.partner_id,
    requestId: row.request_id,
    authenticatedBy: row.authenticated_by,
    sessionId: row.session_id,
    address: row.address,
    userAgent: row.user_agent,
    traceId: row.trace_id,
    title: row.title,
    body: row.body,
    number: row.number,
  }
}
