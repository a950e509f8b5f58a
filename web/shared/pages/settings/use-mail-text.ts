import { useSignedIn } from '../../api/session.ts'
import { useText } from '../../language/LanguageProvider.tsx'

/** How the link of an invitation reaches its reader: by mail, in the mailbox of a demo, or by the operator's hand. */
export function useMailText(): string {
  const { t } = useText()
  const { installation } = useSignedIn()
  if (installation.isDemo) return t('users.inMailboxOfDemo')
  return t(installation.mailLeaves ? 'users.invitationOnItsWay' : 'users.operatorHandsOut')
}
