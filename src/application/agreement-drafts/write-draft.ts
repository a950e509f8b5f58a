import { countryCode } from '../../domain/countries.ts'
import { checkDraftTexts } from '../../domain/agreements/publishing.ts'
import { DomainError } from '../../domain/errors.ts'
import { canonicalId } from '../../domain/ids.ts'
import { type AgreementDraft, deleteDraft, findDraft, insertDraft, listDrafts as readDrafts, saveDraft } from '../../store/agreement-draft-store.ts'
import { knownCloud } from '../operator/found-tenant.ts'
import { publishAgreementVersion, type PublishInput } from '../operator/publish-agreement-version.ts'
import type { PublishedVersion } from '../../store/agreement-publishing-store.ts'
import type { UseCase, Work } from '../use-case.ts'

export interface DraftAt {
  readonly id: string
  /** the version that was read */
  readonly version: number
}

export const listDrafts: UseCase<object, readonly AgreementDraft[]> = {
  action: 'operator.read',
  run: ({ trx }) => readDrafts(trx),
}

export const readDraft: UseCase<{ readonly id: string }, AgreementDraft> = {
  action: 'operator.read',
  run: ({ trx }, { id }) => findDraft(trx, idOf(id)),
}

/** Nobody is shown a draft; it is held only against what could never be published. */
export const createDraft: UseCase<PublishInput, AgreementDraft> = {
  action: 'agreementDraft.write',

  async run(work, input) {
    const draft = { ...checked(work, input), id: work.newId(), version: 1 }
    await insertDraft(work.trx, draft)
    return draft
  },
}

export const updateDraft: UseCase<PublishInput & DraftAt, AgreementDraft> = {
  action: 'agreementDraft.write',

  async run(work, { id, version, ...input }) {
    const before = await findDraft(work.trx, idOf(id))
    if (before.version !== version) throw new DomainError('changedMeanwhile', 'The draft changed meanwhile.')
    return saveDraft(work.trx, { ...checked(work, input), id: idOf(id), version })
  },
}

export const discardDraft: UseCase<DraftAt, null> = {
  action: 'agreementDraft.write',

  async run({ trx }, { id, version }) {
    await findDraft(trx, idOf(id))
    await deleteDraft(trx, idOf(id), version)
    return null
  },
}

/** The draft becomes a version, exactly as it was read, and is a draft no longer. */
export const publishDraft: UseCase<DraftAt, PublishedVersion> = {
  action: 'agreementVersion.publish',

  async run(work, { id, version }) {
    const { cloud, country, mustSignAgain, texts } = await findDraft(work.trx, idOf(id))
    await deleteDraft(work.trx, idOf(id), version)
    return publishAgreementVersion.run(work, { cloud, country, mustSignAgain, texts })
  },
}

function checked(work: Work, input: PublishInput): Omit<AgreementDraft, 'id' | 'version'> {
  const cloud = knownCloud(work, input.cloud)
  checkDraftTexts(work.env.manifestOf(cloud), input.texts)
  return {
    cloud,
    country: input.country === null ? null : countryCode(input.country),
    mustSignAgain: input.mustSignAgain,
    texts: input.texts,
    changedAt: work.now,
    changedBy: work.person.personId,
  }
}

function idOf(id: string): string {
  const known = canonicalId(id)
  if (!known) throw new DomainError('notFound', 'No such draft.')
  return known
}
