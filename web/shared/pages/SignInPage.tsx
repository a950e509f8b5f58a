import { MessageBar, MessageBarBody } from '@fluentui/react-components'
import { useQueryClient } from '@tanstack/react-query'
import { Navigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { api } from '../api/api.ts'
import { renewEverything, useSession } from '../api/session.ts'
import { useText } from '../language/LanguageProvider.tsx'
import { paths, safeReturn } from '../paths.ts'
import { useDoors, usePortal } from '../portal/portal.ts'
import { PasskeySignIn } from '../passkeys/PasskeySignIn.tsx'
import { Stack } from '../ui/Stack.tsx'
import { TextLink } from '../ui/TextLink.tsx'
import { DoorCard } from './DoorCard.tsx'
import { EnrolSecondFactor } from './EnrolSecondFactor.tsx'
import { SecondFactor } from './SecondFactor.tsx'
import { SignInForm } from './SignInForm.tsx'

/** Name and password, then the second factor if the person has one, or its enrolment if the cloud asks for one. */
export function SignInPage() {
  const { t } = useText()
  const { plan, dress } = usePortal()
  const doors = useDoors()
  const session = useSession()
  const queryClient = useQueryClient()
  const { returnTo, ended } = useSearch({ strict: false }) as { returnTo?: string; ended?: string }
  // Recovery codes are still on the screen when the session is complete already.
  const [isEnrolling, setEnrolling] = useState(false)

  // The token of the page is bound to the session, and each step changes the session.
  const renew = async (): Promise<void> => void (await renewEverything(queryClient))
  const startOver = async (): Promise<void> => {
    await api.delete('/session', { whenSignedOut: 'throw' }).catch(() => undefined)
    await renew()
  }

  const awaits = session.signedIn ? null : session.awaits
  if (isEnrolling || awaits === 'secondFactorEnrolment') {
    return <EnrolSecondFactor onConfirmed={() => setEnrolling(true)} onDone={() => void renew().finally(() => setEnrolling(false))} />
  }
  if (session.signedIn) return <Navigate to={safeReturn(plan.portal, returnTo)} replace />
  if (plan.portal === 'operator' && !session.installation.isSetUp) return <Navigate to={paths.operator.setUp} replace />
  if (awaits === 'secondFactor') return <SecondFactor onNext={() => void renew()} onStartOver={() => void startOver()} />
  return (
    <DoorCard title={t('signIn.title')} intro={dress.productName}>
      {ended && (
        <MessageBar intent="info">
          <MessageBarBody>{t('signIn.sessionEnded')}</MessageBarBody>
        </MessageBar>
      )}
      <Stack>
        <SignInForm onNext={() => void renew()} />
        <PasskeySignIn onNext={() => void renew()} />
        <TextLink href={doors.organizationSignIn}>{t('provider.signIn')}</TextLink>
      </Stack>
    </DoorCard>
  )
}
