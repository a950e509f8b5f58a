import { Secret, TOTP } from 'otpauth'
import { userPrincipalName } from '../../domain/addresses.ts'
import { DomainError } from '../../domain/errors.ts'
import { open } from '../../security/seal.ts'
import { personByName, sealedTotpSeed } from '../../store/operator-store.ts'
import type { UseCase } from '../use-case.ts'

export interface ShownCode {
  readonly code: string
  readonly userPrincipalName: string
  /** seconds until the next one */
  readonly secondsLeft: number
}

/** The authenticator's code of the moment, so that a demo can be looked at without a telephone. Demo installations only. */
export const showCode: UseCase<{ readonly userPrincipalName: string }, ShownCode> = {
  action: 'installation.run',

  async run({ trx, env, now }, input) {
    if (!env.isDemo) throw new DomainError('notAllowed', 'Codes are shown in a demo installation only; elsewhere they stay in the authenticator.', { reason: 'notADemo' })
    const name = userPrincipalName(input.userPrincipalName)
    const person = await personByName(trx, name)
    const sealed = person && (await sealedTotpSeed(trx, person))
    if (!person || !sealed) throw new DomainError('notFound', `There is nobody with the user principal name ${name} and an authenticator.`)
    const totp = new TOTP({ algorithm: 'SHA1', digits: 6, period: 30, secret: Secret.fromBase32(open(env.keyRing, 'totpSeed', person.id, sealed)) })
    return {
      code: totp.generate({ timestamp: now.getTime() }),
      userPrincipalName: person.userPrincipalName,
      secondsLeft: Math.ceil(totp.remaining({ timestamp: now.getTime() }) / 1_000),
    }
  },
}
