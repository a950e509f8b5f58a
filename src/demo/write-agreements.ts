import { createHash } from 'node:crypto'
import type { Environment } from '../application/environment.ts'
import { samplePartnerAgreements } from '../domain/agreements/sample-texts/partner-agreements.ts'
import { sampleAgreements } from '../domain/agreements/sample-texts/sample-agreements.ts'
import type { Transaction } from '../store/database.ts'
import { insertMany, nextSequence } from '../store/insert-many.ts'

export interface DemoAgreement {
  readonly versionId: string
  readonly number: number
  readonly sha256Of: ReadonlyMap<string, Buffer>
}

/** The sample of the contract with partners, as version 1 of each cloud, so that a partner that enrols in the demo can sign. */
export async function writePartnerAgreements(env: Environment, trx: Transaction, now: Date): Promise<void> {
  const publishedAt = new Date(now.getTime() - 1_200 * 86_400_000)
  for (const cloud of new Set(samplePartnerAgreements.map((sample) => sample.cloud))) {
    const versionId = env.newId()
    const texts = samplePartnerAgreements.filter((sample) => sample.cloud === cloud)
    await insertMany(trx, 'partner_agreement_versions', [{ id: versionId, cloud, number: 1, published_at: publishedAt }])
    await insertMany(trx, 'partner_agreement_texts', texts.map(({ language, title, body }) => ({ version_id: versionId, language, title, body, sha256: createHash('sha256').update(body, 'utf8').digest() })))
    await insertMany(trx, 'events', [
      {
        id: env.newId(), at: publishedAt, type: 'partnerAgreement.published', outcome: 'done', resource_type: 'partnerAgreement', resource_id: versionId,
        sequence: nextSequence(versionId), actor_kind: 'system', data: JSON.stringify({ cloud, number: 1 }),
      },
    ])
  }
}

/** Our own samples as version 1 of each cloud that asks for an agreement; published before the oldest relationship. */
export async function writeAgreements(env: Environment, trx: Transaction, now: Date): Promise<ReadonlyMap<string, DemoAgreement>> {
  const publishedAt = new Date(now.getTime() - 1_200 * 86_400_000)
  const clouds = [...new Set(sampleAgreements.map(({ cloud }) => cloud))]
  const versions = new Map<string, DemoAgreement>()
  for (const cloud of clouds) {
    const texts = sampleAgreements.filter((sample) => sample.cloud === cloud).map((sample) => ({ ...sample, sha256: createHash('sha256').update(sample.body, 'utf8').digest() }))
    const versionId = env.newId()
    await insertMany(trx, 'agreement_versions', [{ id: versionId, cloud, country: null, number: 1, published_at: publishedAt }])
    await insertMany(trx, 'agreement_texts', texts.map(({ language, title, body, sha256 }) => ({ version_id: versionId, language, title, body, sha256 })))
    await insertMany(trx, 'events', [
      {
        id: env.newId(), at: publishedAt, type: 'agreement.published', outcome: 'done', resource_type: 'agreement', resource_id: versionId,
        sequence: nextSequence(versionId), actor_kind: 'system', data: JSON.stringify({ cloud, number: 1 }),
      },
    ])
    versions.set(cloud, { versionId, number: 1, sha256Of: new Map(texts.map(({ language, sha256 }) => [language, sha256])) })
  }
  return versions
}
