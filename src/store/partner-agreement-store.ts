import type { AgreementTextDraft } from '../domain/agreements/publishing.ts'
import type { Transaction } from './database.ts'

export interface PartnerAgreementVersion {
  readonly id: string
  readonly cloud: string
  readonly number: number
  readonly publishedAt: Date
  readonly texts: readonly { readonly language: string; readonly title: string; readonly sha256: string }[]
}

/** Two who publish at once collide on the number, and one is refused (alreadyExists). */
export async function insertPartnerAgreement(
  trx: Transaction,
  version: { readonly id: string; readonly cloud: string; readonly at: Date; readonly by: string | null },
  texts: readonly (AgreementTextDraft & { readonly sha256: Buffer })[],
): Promise<number> {
  const { id, cloud, at, by } = version
  const last = await trx.selectFrom('partner_agreement_versions').select(({ fn }) => fn.max('number').as('last')).where('cloud', '=', cloud).executeTakeFirst()
  const number = (last?.last ?? 0) + 1
  await trx.insertInto('partner_agreement_versions').values({ id, cloud, number, published_at: at, published_by: by }).execute()
  await trx
    .insertInto('partner_agreement_texts')
    .values(texts.map(({ language, title, body, sha256 }) => ({ version_id: id, language, title, body, sha256 })))
    .execute()
  return number
}

/** Every version, newest first; there are few. */
export async function listPartnerAgreements(trx: Transaction): Promise<PartnerAgreementVersion[]> {
  const [versions, texts] = await Promise.all([
    trx.selectFrom('partner_agreement_versions').select(['id', 'cloud', 'number', 'published_at']).orderBy('published_at', 'desc').orderBy('id', 'desc').limit(500).execute(),
    trx.selectFrom('partner_agreement_texts').select(['version_id', 'language', 'title', 'sha256']).orderBy('language').execute(),
  ])
  return versions.map(({ id, cloud, number, published_at: publishedAt }) => ({
    id,
    cloud,
    number,
    publishedAt,
    texts: texts.filter(({ version_id }) => version_id === id).map(({ language, title, sha256 }) => ({ language, title, sha256: sha256.toString('hex') })),
  }))
}

export interface PartnerAgreementText {
  readonly versionId: string
  readonly number: number
  readonly language: string
  readonly title: string
  readonly body: string
  readonly sha256: Buffer
}

/** The texts of the newest version of a cloud, by language. */
export async function newestPartnerAgreement(trx: Transaction, cloud: string): Promise<PartnerAgreementText[]> {
  const newest = trx.selectFrom('partner_agreement_versions').select('id').where('cloud', '=', cloud).orderBy('number', 'desc').limit(1)
  return textRows(trx).where('text.version_id', '=', newest).orderBy('text.language').execute().then((rows) => rows.map(fromRow))
}

export interface PartnerSignature {
  readonly id: string
  readonly partnerId: string
  readonly versionId: string
  readonly language: string
  readonly sha256: Buffer
  readonly personId: string
  readonly role: string
  readonly signedAt: Date
  readonly authenticatedBy: readonly string[]
  readonly sessionId: string | null
  readonly address: string | null
  readonly userAgent: string | null
  readonly traceId: string | null
}

export async function insertPartnerSignature(trx: Transaction, signature: PartnerSignature): Promise<void> {
  await trx
    .insertInto('partner_agreement_signatures')
    .values({
      partner_id: signature.partnerId,
      id: signature.id,
      version_id: signature.versionId,
      language: signature.language,
      sha256: signature.sha256,
      person_id: signature.personId,
      role: signature.role,
      signed_at: signature.signedAt,
      authenticated_by: [...signature.authenticatedBy],
      session_id: signature.sessionId,
      address: signature.address,
      user_agent: signature.userAgent,
      trace_id: signature.traceId,
    })
    .execute()
}

export interface SignedPartnerAgreement extends PartnerAgreementText {
  readonly personId: string
  readonly signedAt: Date
  readonly signerRoles: readonly string[]
}

/** What was signed here, newest first; undefined where nothing was, or it was signed outside. */
export async function signedPartnerAgreement(trx: Transaction, partnerId: string): Promise<SignedPartnerAgreement | undefined> {
  const row = await textRows(trx)
    .innerJoin('partner_agreement_signatures as signature', (on) => on.onRef('signature.version_id', '=', 'text.version_id').onRef('signature.language', '=', 'text.language'))
    .innerJoin('people as signer', 'signer.id', 'signature.person_id')
    .select(['signature.person_id', 'signature.signed_at', 'signer.roles'])
    .where('signature.partner_id', '=', partnerId)
    .orderBy('signature.signed_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && { ...fromRow(row), personId: row.person_id, signedAt: row.signed_at, signerRoles: row.roles }
}

function textRows(trx: Transaction) {
  return trx
    .selectFrom('partner_agreement_texts as text')
    .innerJoin('partner_agreement_versions as version', 'version.id', 'text.version_id')
    .select(['text.version_id', 'version.number', 'text.language', 'text.title', 'text.body', 'text.sha256'])
}

function fromRow(row: { version_id: string; number: number; language: string; title: string; body: string; sha256: Buffer }): PartnerAgreementText {
  return { versionId: row.version_id, number: row.number, language: row.language, title: row.title, body: row.body, sha256: row.sha256 }
}
