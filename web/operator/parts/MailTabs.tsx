import { useText } from '../../shared/language/LanguageProvider.tsx'
import { paths } from '../../shared/paths.ts'
import { TabLinks } from '../../shared/ui/TabLinks.tsx'

/** What became of mails, which addresses get none, and who they come from. */
export function MailTabs({ current }: { current: 'messages' | 'addresses' | 'sender' }) {
  const { t } = useText()
  const { mail, mailBlocks, mailSender } = paths.operator
  return (
    <TabLinks
      label={t('mail.views')}
      tabs={[
        { label: t('mailbox.title'), href: mail, isCurrent: current === 'messages' },
        { label: t('mailBlocks.title'), href: mailBlocks, isCurrent: current === 'addresses' },
        { label: t('mail.senderTab'), href: mailSender, isCurrent: current === 'sender' },
      ]}
    />
  )
}
