import { makeStyles } from '@fluentui/react-components'
import { AlertOffRegular } from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLanguage, useText } from '../../language/LanguageProvider.tsx'
import { Loaded } from '../../portal/Loaded.tsx'
import { useDoors } from '../../portal/portal.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { TextLink } from '../../ui/TextLink.tsx'
import { useNotify } from '../../ui/Toasts.tsx'
import { preferencesQuery, type NotificationPreferences } from './preference-api.ts'
import { PreferencesForm } from './PreferencesForm.tsx'

const useStyles = makeStyles({ mail: { margin: '0 0 16px' } })

/** What this person is told, in the portal and by mail, and when the summary comes. */
export function NotificationSettings() {
  const { t } = useText()
  const { language } = useLanguage()
  const notify = useNotify()
  const query = useQuery(preferencesQuery(language))
  // A form that was saved begins anew with what stands there now.
  const [saves, setSaves] = useState(0)
  const onSaved = () => {
    notify.done(t('notifications.saved'))
    setSaves((before) => before + 1)
  }
  return (
    <>
      <PageHeader title={t('notifications.settings')} intro={t('notifications.settingsIntro')} />
      <Loaded query={query}>
        {({ value, etag }) =>
          value.kinds.length === 0 ? (
            <Panel>
              <EmptyState icon={AlertOffRegular} title={t('notifications.kindsNone')}>
                {t('notifications.kindsNoneText')}
              </EmptyState>
            </Panel>
          ) : (
            <>
              <WhereMailsCome mail={value.mail} />
              <PreferencesForm key={`${saves} ${language}`} preferences={value} etag={etag} onSaved={onSaved} />
            </>
          )
        }
      </Loaded>
    </>
  )
}

function WhereMailsCome({ mail }: { mail: NotificationPreferences['mail'] }) {
  const styles = useStyles()
  const { t, rich } = useText()
  const doors = useDoors()
  const link = (parts: React.ReactNode) => (
    <TextLink inText href={doors.settings.profile}>
      {parts}
    </TextLink>
  )
  if (mail.address === null) return <p className={styles.mail}>{rich('notifications.mailMissing', { link })}</p>
  if (!mail.isConfirmed) return <p className={styles.mail}>{rich('notifications.mailUnconfirmed', { link, mail: mail.address })}</p>
  return <p className={styles.mail}>{t('notifications.mailTo', { mail: mail.address })}</p>
}
