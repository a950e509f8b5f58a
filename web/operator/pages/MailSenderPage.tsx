import { makeStyles, MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { Loaded } from '../../shared/portal/Loaded.tsx'
import { PageHeader } from '../../shared/ui/PageHeader.tsx'
import { MailSenderForm } from '../forms/MailSenderForm.tsx'
import { TestMessagePanel } from '../forms/TestMessagePanel.tsx'
import { MailTabs } from '../parts/MailTabs.tsx'
import { mailSenderQuery } from '../parts/operator-api.ts'

const useStyles = makeStyles({ bar: { marginBottom: '20px' }, words: { minWidth: 0, overflowWrap: 'anywhere' } })

/** Who mails come from, and whether they arrive. */
export function MailSenderPage() {
  const { t } = useText()
  const styles = useStyles()
  const sender = useQuery(mailSenderQuery)
  // What was saved is what the form begins with again; a conflict leaves it as it is.
  const [saves, setSaves] = useState(0)
  return (
    <>
      <PageHeader title={t('mail.title')} intro={t('mail.intro')} />
      <MailTabs current="sender" />
      <Loaded query={sender}>
        {(value) => (
          <>
            {value.usualAddress === null && (
              <MessageBar intent={value.mailLeaves ? 'info' : 'warning'} layout="multiline" className={styles.bar}>
                <MessageBarBody className={styles.words}>
                  <MessageBarTitle>{t('mail.noSmtpTitle')}</MessageBarTitle>
                  {t('mail.noSmtp')}
                </MessageBarBody>
              </MessageBar>
            )}
            <MailSenderForm key={saves} sender={value} onSaved={() => setSaves((count) => count + 1)} />
            <TestMessagePanel sender={value} />
          </>
        )}
      </Loaded>
    </>
  )
}
