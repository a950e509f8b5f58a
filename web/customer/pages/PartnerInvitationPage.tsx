import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { describeProblem } from '../../shared/api/describe-problem.ts'
import { ApiProblem } from '../../shared/api/problem.ts'
import { useSession } from '../../shared/api/session.ts'
import { useLanguage, useText } from '../../shared/language/LanguageProvider.tsx'
import { useDressAs } from '../../shared/portal/portal.ts'
import { ErrorState } from '../../shared/ui/ErrorState.tsx'
import { LoadingState } from '../../shared/ui/LoadingState.tsx'
import { PageHeader } from '../../shared/ui/PageHeader.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { invitationQuery, type Acceptance, type InvitationView } from '../parts/invitation-api.ts'
import { InvitationAccepted, InvitationDeclined } from '../parts/InvitationAnswered.tsx'
import { InvitationForVisitor } from '../parts/InvitationForVisitor.tsx'
import { keepDress, keptInvitationLink, onInvitationLink, type InvitationLink } from '../parts/invitation-link.ts'
import { InvitationOffer } from '../parts/InvitationOffer.tsx'
import { InvitationRefused } from '../parts/InvitationRefused.tsx'

/** Reached by a partner's link, signed in or not (S0.28, F2 of the threat model). */
export function PartnerInvitationPage() {
  const link = useSyncExternalStore(onInvitationLink, keptInvitationLink)
  const session = useSession()
  if (!link) return <InvitationRefused reason="missing" reasonText={null} link={noLink} view={null} onReadAgain={() => undefined} />
  return <Opened key={`${link.secret} ${session.signedIn ? session.person.id : ''}`} link={link} />
}

const noLink: InvitationLink = { secret: '', search: '' }

type Answer = { acceptance: Acceptance; view: InvitationView } | { declined: InvitationView }

function Opened({ link }: { link: InvitationLink }) {
  const texts = useText()
  const { language } = useLanguage()
  const session = useSession()
  const [agreementLanguage, setAgreementLanguage] = useState<string>()
  const [answer, setAnswer] = useState<Answer | null>(null)
  const personId = session.signedIn ? session.person.id : null
  const opening = useQuery({ ...invitationQuery(link, { personId, language, agreementLanguage }), placeholderData: keepPreviousData })
  const view = opening.data
  useDressOfLink(view?.cloud, !session.signedIn)

  if (answer && session.signedIn) return 'acceptance' in answer ? <InvitationAccepted {...answer} /> : <InvitationDeclined view={answer.declined} />
  const readAgain = () => void opening.refetch()
  if (opening.error && !opening.isFetching) {
    const reason = reasonOf(opening.error)
    if (reason) return <InvitationRefused reason={reason} reasonText={null} link={link} view={null} onReadAgain={readAgain} />
    return (
      <>
        <PageHeader title={texts.t('invitation.title')} />
        <Panel>
          <ErrorState problem={describeProblem(opening.error, texts)} onRetry={readAgain} />
        </Panel>
      </>
    )
  }
  if (!view) return <Loading />
  const { canAccept, reasonCode, reasonText } = view.verdict
  if (!session.signedIn && reasonCode === 'notSignedIn') return <InvitationForVisitor view={view} />
  if (!canAccept || !session.signedIn) return <InvitationRefused reason={reasonCode ?? 'other'} reasonText={reasonText} link={link} view={view} onReadAgain={readAgain} />
  return (
    <InvitationOffer
      link={link}
      view={view}
      onAccepted={(acceptance) => setAnswer({ acceptance, view })}
      onDeclined={() => setAnswer({ declined: view })}
      onOutdated={readAgain}
      onAgreementLanguage={setAgreementLanguage}
    />
  )
}

/** A link that is not known, or not whole, is refused without a word about anybody. */
function reasonOf(error: unknown): string | null {
  if (!(error instanceof ApiProblem)) return null
  const { reason } = error.details
  if (typeof reason === 'string') return reason
  if (error.status === 404) return 'unknownLink'
  return error.status === 400 || error.status === 422 ? 'linkUnreadable' : null
}

/** The door wears the cloud of the link, also on the way through sign-in and registration; whoever is signed in stays in their own. */
function useDressOfLink(cloud: InvitationView['cloud'] | undefined, isAtTheDoor: boolean): void {
  const skinName = cloud?.id
  const productName = cloud?.portalName
  useDressAs(isAtTheDoor && skinName && productName ? { skinName, productName } : null)
  useEffect(() => {
    if (skinName && productName) keepDress({ skinName, productName })
  }, [skinName, productName])
}

function Loading() {
  const { t } = useText()
  return (
    <>
      <PageHeader title={t('invitation.title')} />
      <Panel>
        <LoadingState lines={6} />
      </Panel>
    </>
  )
}
