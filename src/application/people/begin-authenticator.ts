import { seal } from '../../security/seal.ts'
import { newTotpSeed, totpUri } from '../../security/totp.ts'
import { totpQrCode } from '../../security/totp-qr-code.ts'
import type { KnownSession } from '../../store/actor-store.ts'
import { savePendingTotp } from '../../store/credential-store.ts'
import type { UseCase } from '../use-case.ts'
import { whoEnrols } from './own-authenticator.ts'

export interface BegunAuthenticator {
  readonly secret: string
  readonly uri: string
  readonly qrSvg: string
}

/** A seed to try out; the authenticator in use stays until a code of the new one was right. Beginning again discards it. */
export const beginAuthenticator: UseCase<{ readonly session: KnownSession | null; readonly issuer: string }, BegunAuthenticator> = {
  action: 'self.enrolSecondFactor',

  async run(work, { session, issuer }) {
    const { person } = await whoEnrols(work, session)
    const secret = newTotpSeed(work.env.random)
    await savePendingTotp(work.trx, { id: person.personId, tenantId: person.tenantId }, seal(work.env.keyRing, 'totpSeed', person.personId, secret))
    const uri = totpUri(secret, { issuer, account: person.userPrincipalName })
    return { secret, uri, qrSvg: await totpQrCode(uri) }
  },
}
