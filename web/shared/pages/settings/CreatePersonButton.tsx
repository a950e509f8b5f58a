import { PersonRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { useText } from '../../language/LanguageProvider.tsx'
import { GuardedButton } from '../../ui/GuardedButton.tsx'
import { CreatePersonDrawer } from './CreatePersonDrawer.tsx'
import { usePeopleSide } from './people-side.tsx'

/** Creates an account with a temporary password, in whichever portal. */
export function CreatePersonButton() {
  const { t } = useText()
  const { may, isOwn } = usePeopleSide()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <GuardedButton appearance="primary" icon={<PersonRegular />} blockedBecause={may.create ? undefined : t(isOwn ? 'users.blocked.invite' : 'users.blocked.onBehalf')} onClick={() => setOpen(true)}>
        {t('users.create')}
      </GuardedButton>
      {isOpen && <CreatePersonDrawer onClose={() => setOpen(false)} />}
    </>
  )
}
