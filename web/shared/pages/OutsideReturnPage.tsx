import { useQueryClient } from '@tanstack/react-query'
import { Navigate } from '@tanstack/react-router'
import { useEffect, useEffectEvent, useState } from 'react'
import type { OutsideStep } from '../../../src/http/portal/sign-in-provider.ts'
import { api } from '../api/api.ts'
import { describeProblem } from '../api/describe-problem.ts'
import { renewEverything, useSession } from '../api/session.ts'
import { useAct } from '../api/use-act.ts'
import { useText } from '../language/LanguageProvider.tsx'
import { safeReturn } from '../paths.ts'
import { takeStepUpOrigin } from '../portal/outside-step-up.ts'
import { useDoors, usePortal } from '../portal/portal.ts'
import { usePathId } from '../portal/use-path-id.ts'
import { ButtonLink } from '../ui/ButtonLink.tsx'
import { LoadingState } from '../ui/LoadingState.tsx'
import { ProblemBanner } from '../ui/ProblemBanner.tsx'
import { Acts, Stack } from '../ui/Stack.tsx'
import { useNotify } from '../ui/Toasts.tsx'
import { DoorCard } from './DoorCard.tsx'

/** The way back from the provider. What it says is handed on once, and taken out of the address at once. */
export function OutsideReturnPage() {
  const texts = useText()
  const { t } = texts
  const doors = useDoors()
  const { plan } = usePortal()
  const notify = useNotify()
  const queryClient = useQueryClient()
  const organization = usePathId('organizationId')
  const session = useSession()
  const [returned] = useState(takeAnswer)
  const [origin, setOrigin] = useState<string>()
  const finish = useAct({
    send: async () => {
      const step = await api.post<OutsideStep>('/outside-sign-ins/completion', { body: { organization, returned }, whenSignedOut: 'throw' }).catch((error: unknown) => {
        // Refused, they are still who they were; the page that they left is where they go on.
        setOrigin(takeStepUpOrigin(session.signedIn ? session.person.id : undefined))
        throw error
      })
      const now = await renewEverything(queryClient)
      if (step.next !== 'steppedUp') return { to: step.next === 'linked' ? doors.settings.security : doors.signIn }
      notify.done(t('provider.steppedUp'), t('provider.steppedUpText'))
      return { to: safeReturn(plan.portal, takeStepUpOrigin(now.signedIn ? now.person.id : undefined)) }
    },
  })
  const begin = useEffectEvent(() => returned !== '' && finish.isIdle && finish.mutate())
  useEffect(() => void begin(), [])
  // The sign-in page goes on with whatever is still owed.
  if (finish.data) return <Navigate to={finish.data.to} replace />
  if (returned !== '' && !finish.isError) return <DoorCard title={t('provider.returning')}><LoadingState lines={3} /></DoorCard>
  return (
    <DoorCard title={t('provider.notReturned')} intro={returned === '' ? t('provider.nothingReturned') : undefined}>
      <Stack>
        <ProblemBanner problem={finish.error && describeProblem(finish.error, texts)} />
        <Acts>
          {origin ? (
            <ButtonLink appearance="primary" href={safeReturn(plan.portal, origin)}>
              {t('provider.backToPage')}
            </ButtonLink>
          ) : (
            <>
              <ButtonLink appearance="primary" href={doors.organizationSignIn}>
                {t('provider.again')}
              </ButtonLink>
              <ButtonLink href={doors.signIn}>{t('signIn.backToSignIn')}</ButtonLink>
            </>
          )}
        </Acts>
      </Stack>
    </DoorCard>
  )
}

let taken: { readonly at: string; readonly answer: string } | null = null

function takeAnswer(): string {
  const { pathname, search } = location
  if (search.length > 1) {
    taken = { at: pathname, answer: search.slice(1) }
    history.replaceState(history.state, '', pathname)
  }
  // Drawing may begin twice; the second time the query is gone already.
  return taken?.at === pathname ? taken.answer : ''
}
