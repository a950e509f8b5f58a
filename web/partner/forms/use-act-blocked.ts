import { useText } from '../../shared/language/LanguageProvider.tsx'
import { useAskingBlocked } from '../parts/use-asking-blocked.ts'
import type { RequestRow } from '../parts/request-api.ts'
import type { RequestAct } from './request-acts.ts'

/** Why an act is not live: the person first, then the state of the request. Undefined where the server would allow it. */
export function useActBlocked({ can }: Pick<RequestRow, 'can'>): (act: RequestAct) => string | undefined {
  const { t } = useText()
  const askingBlocked = useAskingBlocked()
  return (act) => (can.includes(act) ? undefined : (askingBlocked ?? t(`requests.onlyWhile.${act}`)))
}
