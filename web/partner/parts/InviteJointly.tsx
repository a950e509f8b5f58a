import { useCan, useSignedIn } from '../../shared/api/session.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { paths } from '../../shared/paths.ts'
import { ButtonLink } from '../../shared/ui/ButtonLink.tsx'
import { GuardedButton } from '../../shared/ui/GuardedButton.tsx'
import type { PartnershipRow } from './partnership-api.ts'
import { useAskingBlocked } from './use-asking-blocked.ts'

/** *Invite new customers*, together with this provider [S1.32-33] or, for a provider, with this reseller; not drawn where the cloud knows no joint invitations. */
export function InviteJointly({ partnership }: { partnership: Pick<PartnershipRow, 'partner' | 'side' | 'status'> }) {
  const { t } = useText()
  const can = useCan()
  const { cloud } = useSignedIn()
  const asking = useAskingBlocked()
  const { partner, side, status } = partnership
  if (!partner || status !== 'active' || !cloud.jointRequests) return null
  const blocked = asking ?? (can('relationshipRequest.createJoint') ? undefined : t('partnerships.blocked.joint'))
  if (blocked !== undefined) return <GuardedButton blockedBecause={blocked}>{t('partnerships.invite')}</GuardedButton>
  return <ButtonLink href={`${paths.partner.newRequest}?${new URLSearchParams({ [side === 'reseller' ? 'provider' : 'reseller']: partner.id })}`}>{t('partnerships.invite')}</ButtonLink>
}
