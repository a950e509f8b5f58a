import { useSearch } from '@tanstack/react-router'
import { useText } from '../language/LanguageProvider.tsx'
import { useDoors } from '../portal/portal.ts'
import { ButtonLink } from '../ui/ButtonLink.tsx'
import { AcceptPersonInvitation } from './AcceptPersonInvitation.tsx'
import { DoorCard } from './DoorCard.tsx'
import { ResetPassword } from './ResetPassword.tsx'
import { useLinkSecret } from './use-link-secret.ts'

/** Reached by a mailed link: `?for=invitation#<secret>` for a new colleague, `#<secret>` for a forgotten password. */
export function ChoosePasswordPage() {
  const { t } = useText()
  const doors = useDoors()
  const { for: purpose } = useSearch({ strict: false }) as { for?: string }
  const secret = useLinkSecret()

  if (!secret) {
    return (
      <DoorCard title={t('signIn.invitationMissingTitle')} intro={t('signIn.invitationMissingText')}>
        <ButtonLink href={doors.signIn}>{t('signIn.backToSignIn')}</ButtonLink>
      </DoorCard>
    )
  }
  return purpose === 'invitation' ? <AcceptPersonInvitation secret={secret} /> : <ResetPassword secret={secret} />
}
