import { useRef, useState } from 'react'
import { useSignedIn } from '../../shared/api/session.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { paths } from '../../shared/paths.ts'
import { useFollow } from '../../shared/ui/LinkProvider.tsx'
import { useNotify } from '../../shared/ui/Toasts.tsx'
import type { PartnerLink } from '../parts/request-api.ts'
import { useLeaveGuard } from '../parts/use-leave-guard.tsx'
import { letterMessage } from './letter-message.ts'
import { LetterDesk } from './LetterDesk.tsx'
import { useLetter } from './use-letter.ts'

/** The letter around the partner link: edited here, kept nowhere, the same for every customer [S2.13-19]. */
export function PartnerLinkLetter({ partnerLink }: { partnerLink: PartnerLink }) {
  const { t } = useText()
  const { cloud } = useSignedIn()
  const notify = useNotify()
  const follow = useFollow()
  const letter = useLetter(partnerLink.draft, partnerLink.draft.text, cloud.draftEditing)
  const isTaken = useRef(false)
  const guard = useLeaveGuard(() => letter.isChanged && !isTaken.current)
  const [now] = useState(() => new Date())
  const message = letterMessage(letter.subject.trim(), letter.text, now)
  return (
    <>
      {guard}
      <LetterDesk
        letter={letter}
        fileName="partner-link.eml"
        message={message}
        keep={async () => message}
        isBusy={false}
        onShared={async () => void (isTaken.current = true)}
        onDone={() => {
          notify.done(t('partnerLink.doneTitle'), t('partnerLink.doneText'))
          follow(paths.partner.customers)
        }}
      />
    </>
  )
}
