import { useState } from 'react'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { GuardedButton } from '../../shared/ui/GuardedButton.tsx'
import type { RelationshipRequest } from '../parts/request-api.ts'
import { RequestActDialog } from './RequestActDialog.tsx'
import { requestActs, type RequestAct } from './request-acts.ts'
import { useActBlocked } from './use-act-blocked.ts'

export function RequestActButtons({ request }: { request: RelationshipRequest }) {
  const { t } = useText()
  const [asked, setAsked] = useState<RequestAct | null>(null)
  const blockedBecause = useActBlocked(request)
  return (
    <>
      {requestActs.map((act) => (
        <GuardedButton key={act} blockedBecause={blockedBecause(act)} onClick={() => setAsked(act)}>
          {t(`requests.act.${act}`)}
        </GuardedButton>
      ))}
      {asked && <RequestActDialog act={asked} request={request} onClose={() => setAsked(null)} />}
    </>
  )
}
