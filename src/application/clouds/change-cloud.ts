import { type CloudChange, editableLines, overridesWith } from '../../domain/clouds/editable-lines.ts'
import type { LocalName } from '../../domain/clouds/manifest.ts'
import { DomainError } from '../../domain/errors.ts'
import { noTenant } from '../../domain/ids.ts'
import type { Language } from '../../language/languages.ts'
import { findCloud, insertCloud, saveCloud } from '../../store/cloud-store.ts'
import { recordForOperators } from '../operator/tell-operators.ts'
import type { UseCase } from '../use-case.ts'
import { describeCloud, type DescribedCloud, manifestFor } from './describe-cloud.ts'

export interface ChangeCloudInput {
  readonly id: string
  readonly version: number
  readonly change: CloudChange
  readonly reader: Language
}

/** Names, exceptions to markets and the policies of decisions 8, 10 and 13. In force everywhere within a second. */
export const changeCloud: UseCase<ChangeCloudInput, DescribedCloud> = {
  action: 'cloud.change',

  async run(work, { id, version, change, reader }) {
    const cloud = await findCloud(work.trx, id)
    if (cloud.version !== version) throw new DomainError('changedMeanwhile', 'The cloud changed meanwhile.')
    const next = { ...cloud, overrides: overridesWith(cloud.overrides, change) }
    manifestFor(next)
    const saved = await saveCloud(work.trx, next)
    const lines = editableLines.filter((line) => change[line] !== undefined)
    await recordForOperators(work, { type: 'cloud.changed', resource: { type: 'installation', id: noTenant }, readers: [], data: { cloud: id, lines } })
    return describeCloud(saved, reader)
  },
}

export interface AddCloudInput {
  readonly id: string
  /** the cloud whose rules it begins with, changes included */
  readonly copyOf: string
  readonly name: LocalName
  readonly reader: Language
}

/** A cloud of the operator's own. What changes later in the one it was copied from does not change this one. */
export const addCloud: UseCase<AddCloudInput, DescribedCloud> = {
  action: 'cloud.change',

  async run(work, { id, copyOf, name, reader }) {
    const source = await findCloud(work.trx, copyOf).catch(() => {
      throw new DomainError('invalidInput', 'There is no such cloud to copy.', { reason: 'cloudUnknown', field: 'copyOf' })
    })
    const cloud = { id, basedOn: source.basedOn, overrides: { ...source.overrides, name }, version: 1 }
    manifestFor(cloud)
    if (id === source.basedOn || (await findCloud(work.trx, id).catch(() => undefined))) {
      throw new DomainError('alreadyExists', 'A cloud has this code.', { reason: 'cloudCodeTaken', field: 'id' })
    }
    await insertCloud(work.trx, cloud, work.now)
    await recordForOperators(work, { type: 'cloud.added', resource: { type: 'installation', id: noTenant }, readers: [], data: { cloud: id, copyOf } })
    return describeCloud(cloud, reader)
  },
}
