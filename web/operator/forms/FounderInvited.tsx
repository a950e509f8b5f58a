import { Button } from '@fluentui/react-components'
import { useSignedIn } from '../../shared/api/session.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { FormDrawer } from '../../shared/ui/FormDrawer.tsx'
import { Acts } from '../../shared/ui/Stack.tsx'
import { HandOutLink } from '../parts/HandOutLink.tsx'

/** What the API tells of an organization that has just come here. */
export type Founded = { id: string; adminId: string }

/** The first administrator is invited by mail; where mail does not leave, by a link that the operator hands out here. */
export function FounderInvited({ founded, admin, title, onClose }: { founded: Founded; admin: string; title: string; onClose: () => void }) {
  const { t } = useText()
  const { installation } = useSignedIn()
  const text = t(installation.mailLeaves ? 'operator.founderMailed' : 'operator.founderNotMailed', { name: admin })
  const where = installation.isDemo ? ` ${t('users.inMailboxOfDemo')}` : ''
  return (
    <FormDrawer title={title} intro={`${text}${where}`} onClose={onClose}>
      {!installation.mailLeaves && <HandOutLink personId={founded.adminId} kind="personInvitation" />}
      <Acts>
        <Button onClick={onClose}>{t('shell.done')}</Button>
      </Acts>
    </FormDrawer>
  )
}
