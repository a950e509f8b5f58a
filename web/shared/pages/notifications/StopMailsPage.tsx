import { Button, Spinner } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import type { StoppedMails } from '../../../../src/http/portal/notification-preferences.ts'
import { api } from '../../api/api.ts'
import { describeProblem } from '../../api/describe-problem.ts'
import { useAct } from '../../api/use-act.ts'
import { useLanguage, useText } from '../../language/LanguageProvider.tsx'
import { useDoors } from '../../portal/portal.ts'
import { ButtonLink } from '../../ui/ButtonLink.tsx'
import { LoadingState } from '../../ui/LoadingState.tsx'
import { ProblemBanner } from '../../ui/ProblemBanner.tsx'
import { Acts, Stack } from '../../ui/Stack.tsx'
import { DoorCard } from '../DoorCard.tsx'
import { useLinkSecret } from '../use-link-secret.ts'

/** Reached by the link under a mail. Opening it changes nothing, so that no scanner of mails stops anything; the button does. */
export function StopMailsPage() {
  const { t } = useText()
  const doors = useDoors()
  const token = useLinkSecret()
  if (token) return <Stop token={token} />
  return (
    <DoorCard title={t('notifications.stopMissingTitle')} intro={t('notifications.stopMissingText')}>
      <ButtonLink href={doors.settings.notifications}>{t('notifications.choose')}</ButtonLink>
    </DoorCard>
  )
}

function Stop({ token }: { token: string }) {
  const texts = useText()
  const { t } = texts
  const { language } = useLanguage()
  const doors = useDoors()
  const asked = useQuery({
    queryKey: ['mail-stop', language],
    queryFn: () => api.post<StoppedMails>('/mail-stops/exchange', { body: { token }, whenSignedOut: 'throw' }),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  })
  const act = useAct({ send: () => api.post<StoppedMails>('/mail-stops/completion', { body: { token }, whenSignedOut: 'throw' }) })
  const toChoices = <ButtonLink href={doors.settings.notifications}>{t('notifications.choose')}</ButtonLink>

  if (act.isSuccess) {
    return (
      <DoorCard key="done" title={t('notifications.stoppedTitle')} intro={t('notifications.stoppedText', act.data)}>
        {toChoices}
      </DoorCard>
    )
  }
  if (asked.isError) {
    return (
      <DoorCard title={t('notifications.stopTitle')}>
        <Stack>
          <ProblemBanner problem={describeProblem(asked.error, texts)} />
          {toChoices}
        </Stack>
      </DoorCard>
    )
  }
  return (
    <DoorCard key="ask" title={t('notifications.stopTitle')} intro={asked.data && t('notifications.stopText', asked.data)}>
      {asked.data ? (
        <Stack>
          <ProblemBanner problem={act.error && !act.isPending ? describeProblem(act.error, texts) : null} />
          <Acts>
            <Button appearance="primary" disabledFocusable={act.isPending} icon={act.isPending ? <Spinner size="tiny" aria-hidden="true" /> : undefined} onClick={() => act.mutate()}>
              {t('notifications.stop')}
            </Button>
            {toChoices}
          </Acts>
        </Stack>
      ) : (
        <LoadingState lines={3} />
      )}
    </DoorCard>
  )
}
