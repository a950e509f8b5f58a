import { useQuery } from '@tanstack/react-query'
import { useState, useSyncExternalStore } from 'react'
import { describeProblem } from '../../shared/api/describe-problem.ts'
import { ApiProblem } from '../../shared/api/problem.ts'
import { useSession } from '../../shared/api/session.ts'
import { useLanguage, useText } from '../../shared/language/LanguageProvider.tsx'
import { paths } from '../../shared/paths.ts'
import { ButtonLink } from '../../shared/ui/ButtonLink.tsx'
import { ErrorState } from '../../shared/ui/ErrorState.tsx'
import { LoadingState } from '../../shared/ui/LoadingState.tsx'
import { PageHeader } from '../../shared/ui/PageHeader.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { Acts, QuietText, Stack } from '../../shared/ui/Stack.tsx'
import { AuthorizeProvider } from '../forms/AuthorizeProvider.tsx'
import { providerInvitationQuery, type AuthorizedProvider, type ProviderInvitation } from '../parts/partnership-api.ts'
import { keptProviderLink, onProviderLink, signInForProvider } from '../parts/provider-link.ts'
import { ProviderCard } from '../parts/ProviderCard.tsx'
import { ProviderLinkRefused } from '../parts/ProviderLinkRefused.tsx'

/** Where a provider's link leads: who asks, what authorising gives, and the answer (S4.L1.1-2). */
export function ProviderInvitationPage() {
  const secret = useSyncExternalStore(onProviderLink, keptProviderLink)
  const session = useSession()
  if (secret === null) return <ProviderLinkRefused reason="unknownLink" text={null} view={null} />
  return <Opened key={`${secret} ${session.signedIn ? session.person.id : ''}`} secret={secret} />
}

function Opened({ secret }: { secret: string }) {
  const texts = useText()
  const { t } = texts
  const { language } = useLanguage()
  const session = useSession()
  const [answer, setAnswer] = useState<AuthorizedProvider | 'declined' | null>(null)
  const opening = useQuery(providerInvitationQuery(secret, { personId: session.signedIn ? session.person.id : null, language }))
  const view = opening.data
  if (answer === 'declined' && view) return <Declined view={view} />
  if (answer !== null && answer !== 'declined') return <Authorized answer={answer} />
  if (opening.error) {
    const isUnknown = opening.error instanceof ApiProblem && [400, 404, 422].includes(opening.error.status)
    if (isUnknown) return <ProviderLinkRefused reason="unknownLink" text={null} view={null} />
    return (
      <>
        <PageHeader title={t('partnerships.invitation')} />
        <Panel>
          <ErrorState problem={describeProblem(opening.error, texts)} onRetry={() => void opening.refetch()} />
        </Panel>
      </>
    )
  }
  if (!view) {
    return (
      <>
        <PageHeader title={t('partnerships.invitation')} />
        <Panel>
          <LoadingState lines={6} />
        </Panel>
      </>
    )
  }
  const { reasonCode, reasonText } = view.verdict
  if (!session.signedIn && reasonCode === 'notSignedIn') return <ForVisitor view={view} />
  if (reasonCode !== null || !session.signedIn) return <ProviderLinkRefused reason={reasonCode ?? 'notSignedIn'} text={reasonText} view={view} />
  return (
    <>
      <PageHeader title={t('partnerships.invitation')} intro={t('partnerships.invitationIntro')} />
      <ProviderCard provider={view.provider} validUntil={view.validUntil} />
      <AuthorizeProvider secret={secret} view={view} onAuthorized={setAnswer} onDeclined={() => setAnswer('declined')} />
    </>
  )
}

function ForVisitor({ view }: { view: ProviderInvitation }) {
  const { t } = useText()
  return (
    <>
      <PageHeader title={t('partnerships.invitation')} intro={t('partnerships.invitationIntro')} />
      <ProviderCard provider={view.provider} validUntil={view.validUntil} />
      <Panel title={t('invitation.visitorTitle')}>
        <Stack>
          <QuietText>{t('partnerships.visitorText')}</QuietText>
          <Acts>
            <ButtonLink appearance="primary" size="large" href={signInForProvider}>
              {t('invitation.signIn')}
            </ButtonLink>
          </Acts>
        </Stack>
      </Panel>
    </>
  )
}

function Authorized({ answer }: { answer: AuthorizedProvider }) {
  const { t } = useText()
  return (
    <>
      <PageHeader title={t('partnerships.authorizedTitle')} intro={t('partnerships.authorizedText', { name: answer.provider.name })} />
      <Panel>
        <Stack>
          <QuietText>{t('partnerships.authorizedNext')}</QuietText>
          <Acts>
            <ButtonLink appearance="primary" href={paths.partner.indirectProviders}>
              {t('partnerships.indirectProviders')}
            </ButtonLink>
            <ButtonLink href={paths.partner.partnership(answer.partnershipId)}>{t('partnerships.openPartnership')}</ButtonLink>
          </Acts>
        </Stack>
      </Panel>
    </>
  )
}

function Declined({ view }: { view: ProviderInvitation }) {
  const { t } = useText()
  return (
    <>
      <PageHeader title={t('partnerships.declinedTitle')} intro={t('partnerships.declinedText', { name: view.provider.name })} />
      <Panel>
        <ButtonLink href={paths.partner.indirectProviders}>{t('partnerships.indirectProviders')}</ButtonLink>
      </Panel>
    </>
  )
}
