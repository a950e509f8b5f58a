import type { ReactElement } from 'react'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { ButtonLink } from '../../shared/ui/ButtonLink.tsx'
import { GuardedButton } from '../../shared/ui/GuardedButton.tsx'
import type { Message } from '../parts/request-api.ts'

type OpenInMailProps = {
  message: Message | null
  blockedBecause: string | undefined
  icon: ReactElement
  /** Called at the press, with what opens the mail program once the letter may leave. */
  onOpen: (open: (ready: Message) => boolean) => void
}

/** A real mailto link where the letter is ready, so that the browser's own rules for mail programs hold [S0.15]. */
export function OpenInMail({ message, blockedBecause, icon, onOpen }: OpenInMailProps) {
  const { t } = useText()
  const label = t('requests.draft.openInMail')
  if (message?.mailtoUrl) {
    return (
      <ButtonLink href={message.mailtoUrl} icon={icon} onClick={() => onOpen(() => true)}>
        {label}
      </ButtonLink>
    )
  }
  // Where the kept letter turns out too long, the button says so from then on.
  const openThere = ({ mailtoUrl }: Message): boolean => {
    if (mailtoUrl !== null) location.assign(mailtoUrl)
    return mailtoUrl !== null
  }
  return (
    <GuardedButton icon={icon} blockedBecause={blockedBecause} onClick={() => onOpen(openThere)}>
      {label}
    </GuardedButton>
  )
}
