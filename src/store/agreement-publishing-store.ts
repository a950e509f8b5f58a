import type { AgreementTextDraft } from '../domain/agreements/publishing.ts'
import type { Transaction } from './database.ts'

export interface PublishedVersion {
  readonly id: string
  readonly cloud: string
  readonly country: string | null
  readonly number: number
  readonly mustSignAgain: boolean
  readonly publishedAt: Date
  readonly publishedBy: string | null
  readonly texts: readonly { readonly language: string; readonly title: string; readonly sha256: string }[]
}

/** The number after the last of this cloud and country. Two who publish at once collide on it, and one is refused (alreadyExists). */
export async function nextVersionNumber(trx: Transaction, cloud: string, country: string | null): Promise<number> {
  const row = await trx
    .selectFrom('agreement_versions')
    .select(({ fn }) => fn.max('number').as('last'))
    .where('cloud', '=', cloud)
    .where('country', country === null ? 'is' : '=', country)
    .executeTakeFirst()
  return (row?.last ?? 0) + 1
}

export async function insertVersion(trx: Transaction, version: Omit<PublishedVersion, 'texts'>, texts: readonly (AgreementTextDraft & { readonly sha256: Buffer })[]): Promise<void> {
  await trx
    .insertInto('agreement_versions')
    .values({
      id: version.id,
      cloud: version.cloud,
      country: version.country,
      number: version.number,
      must_sign_again: version.mustSignAgain,
      published_at: version.publishedAt,
      published_by: version.publishedBy,
    })
    .execute()
  await trx
    .insertInto('agreement_texts')
    .values(texts.map(({ language, title, body, sha256 }) => ({ version_id: version.id, language, title, body, sha256 })))
    .execute()
}

/** Every version, newest first. There are few: a cloud and a country make one line each. */
export async function listVersions(trx: Transaction): Promise<PublishedVersion[]> {
  const [versions, texts] = await Promise.all([
    trx
      .selectFrom('agreement_versions')
      .select(['id', 'cloud', 'country', 'number', 'must_sign_again', 'published_at', 'published_by'])
      .orderBy('published_at', 'desc')
      .orderBy('id', 'desc')
      .limit(500)
      .execute(),
    trx.selectFrom('agreement_texts').select(['version_id', 'language', 'title', 'sha256']).orderBy('language').execute(),
  ])
  return versions.map((row) => ({
    id: row.id,
    cloud: row.cloud,
    country: row.country,
    number: row.number,
    mustSignAgain: row.must_sign_again,
    publishedAt: row.published_at,
    publishedBy: row.published_by,
    texts: texts.filter(({ version_id }) => version_id === row.id).map(({ language, title, sha256 }) => ({ language, title, sha256: sha256.toString('hex') })),
  }))
}
