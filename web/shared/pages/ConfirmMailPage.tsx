import { useQuery } from '@tanstack/react-query'
import { Button, Spinner } from '@fluentui/react-components'
import type { AskedMail } from '../../../src/http/portal/mail-change.ts'
import { api } from '../api/api.ts'
import { describeProblem } from '../api/describe-problem.ts'
import { useAct } from '../api/use-act.ts'
import { useText } from '../language/LanguageProvider.tsx'
import { useDoors } from '../portal/portal.ts'
import { ButtonLink } from '../ui/ButtonLink.tsx'
import { LoadingState } from '../ui/LoadingState.tsx'
import { ProblemBanner } from '../ui/ProblemBanner.tsx'
import { Acts, Stack } from '../ui/Stack.tsx'
import { DoorCard } from './DoorCard.tsx'
import { useLinkSecret } from './use-link-secret.ts'

/** Reached by a link that was mailed to a new address. Opening it changes nothing; the button does. */
export function ConfirmMailPage() {
  const { t } = useText()
  const doors = useDoors()
  const secret = useLinkSecret()
  if (secret) return <Confirm secret={secret} />
  return (
    <DoorCard title={t('signIn.invitationMissingTitle')} intro={t('signIn.invitationMissingText')}>
      <ButtonLink href={doors.settings.profile}>{t('mailChange.toProfile')}</ButtonLink>
    </DoorCard>
  )
}

function Confirm({ secret }: { secret: string }) {
  const texts = useText()
  const { t } = texts
  const doors = useDoors()
  const asked = useQuery({
    queryKey: ['mail-confirmation'],
    queryFn: () => api.post<AskedMail>('/mail-confirmations/exchange', { body: { secret }, whenSignedOut: 'throw' }),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  })
  const act = useAct({ send: () => api.post<AskedMail>('/mail-confirmations/completion', { body: { secret }, whenSignedOut: 'throw' }) })

  if (act.isSuccess) {
    return (
      <DoorCard key="done" title={t('mailChange.doneTitle')} intro={t('mailChange.doneText', { mail: act.data.mail })}>
        <ButtonLink appearance="primary" href={doors.settings.profile}>
          {t('mailChange.toProfile')}
        </ButtonLink>
      </DoorCard>
    )
  }
  if (asked.isError) {
    return (
      <DoorCard title={t('mailChange.confirmTitle')}>
        <Stack>
          <ProblemBanner problem={describeProblem(asked.error, texts)} />
          <ButtonLink href={doors.settings.profile}>{t('mailChange.toProfile')}</ButtonLink>
        </Stack>
      </DoorCard>
    )
  }
  return (
    <DoorCard key="ask" title={t('mailChange.confirmTitle')} intro={asked.data && t('mailChange.confirmText', asked.data)}>
      {asked.data ? (
        <Stack>
          <ProblemBanner problem={act.error && !act.isPending ? describeProblem(act.error, texts) : null} />
          <Acts>
            <Button appearance="primary" disabledFocusable={act.isPending} icon={act.isPending ? <Spinner size="tiny" aria-hidden="true" /> : undefined} onClick={() => act.mutate()}>
              {t('mailChange.confirm')}
            </Button>
          </Acts>
        </Stack>
      ) : (
        <LoadingState lines={3} />
      )}
    </DoorCard>
  )
}
