import { api } from '../../shared/api/api.ts'
import { describeProblem } from '../../shared/api/describe-problem.ts'
import { ApiProblem } from '../../shared/api/problem.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { paths } from '../../shared/paths.ts'
import { useNotify } from '../../shared/ui/Toasts.tsx'

/** Where sign-in leads back to the invitation; its secret waits in this tab, not in the address. */
export const signInAndReturn = `${paths.customer.signIn}?${new URLSearchParams({ returnTo: paths.customer.partnerInvitation })}`

/** Signs out and leads to the sign-in page, from where the way goes back to the invitation (rule R5). */
export function useSwitchAccount(): () => Promise<void> {
  const texts = useText()
  const notify = useNotify()
  return async () => {
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
    location.assign(signInAndReturn)
  }
}
