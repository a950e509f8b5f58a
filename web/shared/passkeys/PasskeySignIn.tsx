import { Button, Spinner } from '@fluentui/react-components'
import { KeyRegular } from '@fluentui/react-icons'
import type { PasskeyRequest } from '../../../src/http/portal/passkey-schemas.ts'
import { api } from '../api/api.ts'
import type { SignInStep } from '../api/types.ts'
import { useAct } from '../api/use-act.ts'
import { useText } from '../language/LanguageProvider.tsx'
import { ProblemBanner } from '../ui/ProblemBanner.tsx'
import { Stack } from '../ui/Stack.tsx'
import { describeFailure } from './describe-failure.ts'
import { canUsePasskeys, signWithPasskey } from './platform.ts'

/** Signing in without a name: the browser shows whose passkeys it holds. Nothing where the browser holds none at all. */
export function PasskeySignIn({ onNext }: { onNext: () => void }) {
  const texts = useText()
  const act = useAct({
    send: async () => {
      const credential = await signWithPasskey(await api.post<PasskeyRequest>('/sessions/passkey/options'))
      return api.post<SignInStep>('/sessions/passkey', { body: { credential }, whenSignedOut: 'throw' })
    },
    onDone: onNext,
  })
  if (!canUsePasskeys()) return null
  return (
    <Stack>
      <ProblemBanner problem={act.error && !act.isPending ? describeFailure(act.error, texts) : null} />
      <Button icon={act.isPending ? <Spinner size="tiny" aria-hidden="true" /> : <KeyRegular />} disabledFocusable={act.isPending} onClick={() => act.mutate()}>
        {texts.t('passkeys.signIn')}
      </Button>
    </Stack>
  )
}
