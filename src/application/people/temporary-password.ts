import { newCode } from '../../security/crockford.ts'
import { hashPassword } from '../../security/password-hashes.ts'
import { saveTemporaryPassword } from '../../store/credential-store.ts'
import type { Environment } from '../environment.ts'
import type { Work } from '../use-case.ts'

/** As long as an invitation that is mailed: it is handed on by people. */
export const temporaryPasswordDays = 7

/** 100 bits, in letters and digits that nobody mistakes for one another. */
const shape = { groups: 4, groupLength: 5 }

/** Shown once to whoever issued it; only the hash stays here. */
export interface TemporaryPassword {
  readonly password: string
  readonly hash: string
}

/** Costly, so it is made before the transaction. */
export async function newTemporaryPassword(env: Environment): Promise<TemporaryPassword> {
  const password = newCode(shape, env.random)
  return { password, hash: await hashPassword(password) }
}

/** Puts it in the place of the one before, with the partner by whose privileges it is issued; the transaction must see the person's rows (`enterTenant`). */
export async function issueTemporaryPassword(work: Work, person: { readonly id: string; readonly tenantId: string }, temporary: TemporaryPassword, issuer: string | null = null): Promise<Date> {
  const expiresAt = new Date(work.env.clock().getTime() + temporaryPasswordDays * 86_400_000)
  await saveTemporaryPassword(work.trx, person, { hash: temporary.hash, expiresAt, issuer })
  return expiresAt
}
