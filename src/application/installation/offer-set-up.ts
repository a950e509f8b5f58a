import { hashSecret, newSecret, type Secret } from '../../security/secret.ts'
import { hasOperator, writeSetting } from '../../store/installation-store.ts'
import type { UseCase } from '../use-case.ts'

/**
 * While nobody runs the installation: a fresh set-up code, of which only the hash is kept (decision 26). The one of an
 * earlier start ends with it. Undefined once somebody is set up.
 */
export const offerSetUp: UseCase<void, Secret<'setUpCode'> | undefined> = {
  action: 'installation.run',

  async run({ trx, env, now }) {
    if (await hasOperator(trx)) return undefined
    const code = newSecret('setUpCode', env.random)
    await writeSetting(trx, 'setUpCode', { sha256: hashSecret(code).toString('hex') }, now)
    return code
  },
}
