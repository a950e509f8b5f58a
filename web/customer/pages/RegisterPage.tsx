import { useState } from 'react'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { DoorCard } from '../../shared/pages/DoorCard.tsx'
import { useDressAs } from '../../shared/portal/portal.ts'
import { useSession } from '../../shared/api/session.ts'
import { ButtonLink } from '../../shared/ui/ButtonLink.tsx'
import { ConfirmRegistration } from '../forms/ConfirmRegistration.tsx'
import { RegisterCompany, type Details, type StartedRegistration } from '../forms/RegisterCompany.tsx'
import { keptDress, keptInvitationLink } from '../parts/invitation-link.ts'
import { signInAndReturn } from '../parts/use-switch-account.ts'

/** Self-registration on the way to an invitation (decision 27): details, code and password, then back to the invitation. */
export function RegisterPage() {
  const { t } = useText()
  const { signedIn } = useSession()
  const [link] = useState(keptInvitationLink)
  const [dress] = useState(keptDress)
  const [details, setDetails] = useState<Details | null>(null)
  const [registration, setRegistration] = useState<StartedRegistration | null>(null)
  useDressAs(link && !signedIn ? dress : null)

  if (!link) {
    return (
      <DoorCard key="none" title={t('register.noLinkTitle')} intro={t('register.noLinkText')}>
        <ButtonLink href={signInAndReturn}>{t('register.toSignIn')}</ButtonLink>
      </DoorCard>
    )
  }
  const started = (next: StartedRegistration) => {
    setDetails(next.details)
    setRegistration(next)
  }
  if (registration) {
    return (
      <DoorCard key="code" title={t('register.codeTitle')} intro={t('register.codeText', { mail: registration.details.mail })}>
        <ConfirmRegistration key={registration.registrationSecret} secret={link.secret} registration={registration} onStarted={started} onStartOver={() => setRegistration(null)} />
      </DoorCard>
    )
  }
  return (
    <DoorCard key="details" title={t('register.title')} intro={t('register.intro')}>
      <RegisterCompany secret={link.secret} initial={details} onStarted={started} />
    </DoorCard>
  )
}
