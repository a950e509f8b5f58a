import { sql } from 'kysely'
import type { Statement } from '../domain/agreements/attestation.ts'
import type { Transaction } from './database.ts'

/** What one partner stated about one customer's acceptance of the agreement (D.6). Written once, never changed. */
export interface Attestation extends Statement {
  readonly id: string
  readonly partnerId: string
  readonly customerId: string
  readonly versionId: string
  readonly attestedAt: Date
  readonly attestedBy: string
}

export interface NumberedAttestation extends Attestation {
  readonly versionNumber: number
}

export async function insertAttestation(trx: Transaction, attestation: Attestation): Promise<void> {
  await trx
    .insertInto('attestations')
    .values({
      partner_id: attestation.partnerId,
      customer_id: attestation.customerId,
      id: attestation.id,
      version_id: attestation.versionId,
      first_name: attestation.firstName,
      last_name: attestation.lastName,
      mail: attestation.mail,
      phone: attestation.phone,
      agreed_on: sql`${attestation.agreedOn}::date`,
      attested_at: attestation.attestedAt,
      attested_by: attestation.attestedBy,
    })
    .execute()
}

/** What this partner attested about this customer, newest first. */
export async function attestationsBetween(trx: Transaction, partnerId: string, customerId: string): Promise<NumberedAttestation[]> {
  const rows = await attestations(trx, customerId).where('attestation.partner_id', '=', partnerId).limit(50).execute()
  return rows.map(fromRow)
}

export interface AttestationPage {
  readonly most: number
  /** the last or first row of the neighbouring page; exclusive */
  readonly from: { readonly attestedAt: Date; readonly id: string; readonly isBackward: boolean } | undefined
}

/** What all partners attested about this customer, newest first or backwards from there. */
export async function attestationsOf(trx: Transaction, customerId: string, { most, from }: AttestationPage): Promise<NumberedAttestation[]> {
  let query = attestations(trx, customerId, from?.isBackward ? 'asc' : 'desc')
  if (from) {
    const edge = sql`(${from.attestedAt}::timestamptz, ${from.id}::uuid)`
    query = query.where(from.isBackward ? sql<boolean>`(attestation.attested_at, attestation.id) > ${edge}` : sql<boolean>`(attestation.attested_at, attestation.id) < ${edge}`)
  }
  return (await query.limit(most).execute()).map(fromRow)
}

function attestations(trx: Transaction, customerId: string, direction: 'asc' | 'desc' = 'desc') {
  return trx
    .selectFrom('attestations as attestation')
    .innerJoin('agreement_versions as version', 'version.id', 'attestation.version_id')
    .select([
      'attestation.id',
      'attestation.partner_id',
      'attestation.customer_id',
      'attestation.version_id',
      'attestation.first_name',
      'attestation.last_name',
      'attestation.mail',
      'attestation.phone',
      'attestation.attested_at',
      'attestation.attested_by',
      'version.number',
    ])
    .select(sql<string>`to_char(attestation.agreed_on, 'YYYY-MM-DD')`.as('agreed_on'))
    .where('attestation.customer_id', '=', customerId)
    .orderBy('attestation.attested_at', direction)
    .orderBy('attestation.id', direction)
}

type Row = Awaited<ReturnType<ReturnType<typeof attestations>['executeTakeFirstOrThrow']>>

function fromRow(row: Row): NumberedAttestation {
  return {
    id: row.id,
    partnerId: row.partner_id,
    customerId: row.customer_id,
    versionId: row.version_id,
    firstName: row.first_name,
    lastName: row.last_name,
    mail: row.mail,
    phone: row.phone,
    agreedOn: row.agreed_on,
    attestedAt: row.attested_at,
    attestedBy: row.attested_by,
    versionNumber: row.number,
  }
}
