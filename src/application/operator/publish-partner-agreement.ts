import { createHash } from 'node:crypto'
import { customerLanguages } from '../../domain/countries.ts'
import { type AgreementTextDraft, checkTextForms } from '../../domain/agreements/publishing.ts'
import { DomainError } from '../../domain/errors.ts'
import { insertPartnerAgreement, type PartnerAgreementVersion } from '../../store/partner-agreement-store.ts'
import type { UseCase } from '../use-case.ts'
import { knownCloud } from './found-tenant.ts'
import { recordForOperators } from './tell-operators.ts'

export interface PartnerAgreementInput {
  readonly cloud: string
  readonly texts: readonly AgreementTextDraft[]
}

/** From now on partners of that cloud that have not signed are shown this text; what was signed stays what it was. */
export const publishPartnerAgreement: UseCase<PartnerAgreementInput, PartnerAgreementVersion> = {
  action: 'partnerAgreement.publish',

  async run(work, input) {
    const { trx, actor, now } = work
    const cloud = knownCloud(work, input.cloud)
    checkTextForms(input.texts)
    const stray = input.texts.find(({ language }) => !(customerLanguages as readonly string[]).includes(language))
    if (stray) throw new DomainError('invalidInput', `A language is one of ${customerLanguages.join(', ')}.`, { reason: 'languageUnknown', field: 'texts' })
    const texts = input.texts.map((text) => ({ ...text, sha256: createHash('sha256').update(text.body, 'utf8').digest() }))
    const id = work.newId()
    const number = await insertPartnerAgreement(trx, { id, cloud, at: now, by: actor.kind === 'person' ? actor.personId : null }, texts)
    const shown = texts.map(({ language, title, sha256 }) => ({ language, title, sha256: sha256.toString('hex') }))
    await recordForOperators(work, {
      type: 'partnerAgreement.published',
      resource: { type: 'partnerAgreement', id },
      readers: [],
      data: { cloud, number, texts: shown.map(({ language, sha256 }) => ({ language, sha256 })) },
    })
    return { id, cloud, number, publishedAt: now, texts: shown }
  },
}
