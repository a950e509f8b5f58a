import { noTenant } from '../../domain/ids.ts'
import { open, seal, SealBroken } from '../../security/seal.ts'
import { lockSealedByOthers, type SealedColumn, sealedColumns, storeSealed } from '../../store/sealed-columns.ts'
import { recordForOperators } from '../operator/tell-operators.ts'
import { performNow } from '../perform.ts'
import type { Environment } from '../environment.ts'
import type { Actor } from '../../domain/actor.ts'
import type { UseCase } from '../use-case.ts'

export interface Resealed {
  readonly keyId: string
  readonly resealed: number
  /** sealed with a key that the file does not hold, or damaged; left as they are */
  readonly unreadable: number
}

const batch = 200

/**
 * Seals every stored secret anew with the current key, a batch in a transaction, while people work. What is not stored
 * anew stays good with the old keys: answers remembered for at most 30 days, and recovery codes, which nobody can read.
 */
export async function resealSecrets(env: Environment, actor: Actor): Promise<Resealed> {
  let [resealed, unreadable] = [0, 0]
  for (const column of sealedColumns) {
    for (let afterId: string | undefined = noTenant; afterId; ) {
      const done: Batch = await performNow(env, resealBatch, actor, { column, afterId })
      ;[resealed, unreadable, afterId] = [resealed + done.resealed, unreadable + done.unreadable, done.lastId]
    }
  }
  await performNow(env, recordReseal, actor, { keyId: env.keyRing.currentId, resealed })
  return { keyId: env.keyRing.currentId, resealed, unreadable }
}

interface Batch {
  readonly resealed: number
  readonly unreadable: number
  /** undefined where nothing came after it */
  readonly lastId: string | undefined
}

const resealBatch: UseCase<{ readonly column: SealedColumn; readonly afterId: string }, Batch> = {
  action: 'installation.run',

  async run({ trx, env }, { column, afterId }) {
    const rows = await lockSealedByOthers(trx, column, { keyId: env.keyRing.currentId, afterId, most: batch })
    let unreadable = 0
    for (const { id, sealed } of rows) {
      const secret = opened(() => open(env.keyRing, column.purpose, id, sealed))
      if (secret === undefined) unreadable++
      else await storeSealed(trx, column, { id, sealed: seal(env.keyRing, column.purpose, id, secret) })
    }
    return { resealed: rows.length - unreadable, unreadable, lastId: rows.length === batch ? rows.at(-1)!.id : undefined }
  },
}

function opened(open: () => string): string | undefined {
  try {
    return open()
  } catch (error) {
    if (error instanceof SealBroken) return undefined
    throw error
  }
}

const recordReseal: UseCase<{ readonly keyId: string; readonly resealed: number }, void> = {
  action: 'installation.run',
  run: (work, data) => recordForOperators(work, { type: 'installation.keysResealed', resource: { type: 'installation', id: noTenant }, readers: [], data: { ...data } }),
}
