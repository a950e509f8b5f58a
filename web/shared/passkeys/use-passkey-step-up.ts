import type { PasskeyRequest } from '../../../src/http/portal/passkey-schemas.ts'
import { api } from '../api/api.ts'
import { useRenewSession } from '../api/session.ts'
import { useAct } from '../api/use-act.ts'
import { signWithPasskey } from './platform.ts'

/** Proves again who is signed in; the session is rotated, and with it the token that the waiting call must carry. */
export function usePasskeyStepUp(onDone: () => void) {
  const renew = useRenewSession()
  return useAct({
    send: async () => {
      const credential = await signWithPasskey(await api.post<PasskeyRequest>('/session/step-up/passkey/options'))
      await api.post('/session/step-up/passkey', { body: { credential }, whenSignedOut: 'throw' })
      await renew()
    },
    onDone,
  })
}
