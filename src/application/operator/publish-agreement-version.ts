import { createHash } from 'node:crypto'
import { countryCode } from '../../domain/countries.ts'
import { type AgreementTextDraft, checkTexts } from '../../domain/agreements/publishing.ts'
import { DomainError } from '../../domain/errors.ts'
import { marketOf } from '../../domain/markets/markets.ts'
import { insertVersion, nextVersionNumber, type PublishedVersion } from '../../store/agreement-publishing-store.ts'
import type { UseCase } from '../use-case.ts'
import { knownCloud } from './found-tenant.ts'
import { recordForOperators } from './tell-operators.ts'

export interface PublishInput {
  readonly cloud: string
  /** null: for every country of the cloud that has no text of its own */
  readonly country: string | null
  /** whether customers who signed an older version have to sign this one too */
  readonly mustSignAgain: boolean
  readonly texts: readonly AgreementTextDraft[]
}

/** From now on this is the text that customers are shown. What was signed stays what it was: signatures keep the hash of their bytes. */
export const publishAgreementVersion: UseCase<PublishInput, PublishedVersion> = {
  action: 'agreementVersion.publish',

  async run(work, input) {
    const { trx, actor, now } = work
    const cloud = knownCloud(work, input.cloud)
    const manifest = work.env.manifestOf(cloud)
    const country = input.country === null ? null : countryCode(input.country)
    if (country !== null && !marketOf(manifest, country)) {
      throw new DomainError('invalidInput', `The cloud ${cloud} has no market in ${country}.`, { reason: 'countryOutsideCloud', field: 'country' })
    }
    checkTexts(manifest, input.texts)
    const texts = input.texts.map((text) => ({ ...text, sha256: createHash('sha256').update(text.body, 'utf8').digest() }))
    const version = {
      id: work.newId(),
      cloud,
      country,
      number: await nextVersionNumber(trx, cloud, country),
      mustSignAgain: input.mustSignAgain,
      publishedAt: now,
      publishedBy: actor.kind === 'person' ? actor.personId : null,
    }
    await insertVersion(trx, version, texts)
    const shown = texts.map(({ language, title, sha256 }) => ({ language, title, sha256: sha256.toString('hex') }))
    await recordForOperators(work, {
      type: 'agreement.published',
      resource: { type: 'agreement', id: version.id },
      readers: [],
      data: { cloud, country, number: version.number, texts: shown.map(({ language, sha256 }) => ({ language, sha256 })) },
    })
    return { ...version, texts: shown }
  },
}
