import type { AgreementVersion } from '../domain/agreements/agreement.ts'
import type { Transaction } from './database.ts'

/** The versions published so far in a cloud that could concern a customer of that country. */
export async function publishedVersions(trx: Transaction, cloud: string, country: string, now: Date): Promise<AgreementVersion[]> {
  const rows = await trx
    .selectFrom('agreement_versions as version')
    .innerJoin('agreement_texts as text', 'text.version_id', 'version.id')
    .select(['version.id', 'version.country', 'version.number', 'version.must_sign_again', 'version.published_at', 'text.language'])
    .where('version.cloud', '=', cloud)
    .where((or) => or.or([or('version.country', '=', country), or('version.country', 'is', null)]))
    .where('version.published_at', '<=', now)
    .orderBy('text.language')
    .execute()
  const byId = new Map<string, AgreementVersion>()
  for (const row of rows) {
    const known = byId.get(row.id)
    byId.set(row.id, {
      id: row.id,
      country: row.country,
      number: row.number,
      mustSignAgain: row.must_sign_again,
      publishedAt: row.published_at,
      languages: [...(known?.languages ?? []), row.language],
    })
  }
  return [...byId.values()]
}

/** One text exactly as it was published. */
export interface AgreementText {
  readonly versionId: string
  readonly language: string
  readonly title: string
  readonly body: string
  readonly sha256: Buffer
}

export async function findText(trx: Transaction, versionId: string, language: string): Promise<AgreementText | undefined> {
  const row = await trx
    .selectFrom('agreement_texts')
    .select(['version_id', 'language', 'title', 'body', 'sha256'])
    .where('version_id', '=', versionId)
    .where('language', '=', language)
    .executeTakeFirst()
  return row && { versionId: row.version_id, language: row.language, title: row.title, body: row.body, sha256: row.sha256 }
}
