import { Button } from '@fluentui/react-components'
import type { ReactElement } from 'react'
import { api } from '../../shared/api/api.ts'
import { describeProblem } from '../../shared/api/describe-problem.ts'
import { ApiProblem } from '../../shared/api/problem.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { useNotify } from '../../shared/ui/Toasts.tsx'
import { signInForProvider } from './provider-link.ts'

/** The button that signs out and leads to the sign-in page, from where the way goes back to the provider's link. */
export function useSwitchPartnerAccount(): ReactElement {
  const texts = useText()
  const notify = useNotify()
  const leave = async () => {
    try {
      await api.delete('/session', { whenSignedOut: 'throw' })
    } catch (error) {
      const isSignedOutAlready = error instanceof ApiProblem && error.status === 401
      if (!isSignedOutAlready) {
        const { title, detail } = describeProblem(error, texts)
        return notify.failed(title, detail)
      }
    }
    // Loaded anew, so that nothing read for one account is ever shown to another.
    location.assign(signInForProvider)
  }
  return (
    <Button appearance="primary" onClick={() => void leave()}>
      {texts.t('partnerships.switchAccount')}
    </Button>
  )
}
