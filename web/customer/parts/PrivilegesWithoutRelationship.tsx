import { makeStyles, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components'
import { useState } from 'react'
import { useFormats, useText } from '../../shared/language/LanguageProvider.tsx'
import { GuardedButton } from '../../shared/ui/GuardedButton.tsx'
import { RemovePrivileges } from '../forms/RemovePrivileges.tsx'
import type { PartnerRelationship } from './partner-api.ts'

const useStyles = makeStyles({ bar: { marginBottom: '16px', paddingBlock: '8px' }, words: { display: 'block' } })

/** A removed relationship leaves granted privileges as they are [S1.48], but never silently (decision 13). */
export function PrivilegesWithoutRelationship({ partner }: { partner: PartnerRelationship }) {
  const styles = useStyles()
  const { t, rich } = useText()
  const formats = useFormats()
  const [isRemoving, setRemoving] = useState(false)
  const mayRemove = partner.can.includes('removePrivileges')
  const services = formats.list(partner.privileges.map(({ serviceName }) => serviceName))
  return (
    <>
      <MessageBar intent="warning" layout="multiline" className={styles.bar}>
        <MessageBarBody>
          <MessageBarTitle>{t('partners.withoutTitle')}</MessageBarTitle>
          <span className={styles.words}>{rich('partners.withoutText', { partner: <bdi>{partner.name}</bdi>, services })}</span>
        </MessageBarBody>
        <MessageBarActions>
          <GuardedButton
            blockedBecause={mayRemove ? undefined : t('partners.mayNotRemove')}
            aria-label={t('partners.removeNowOf', { partner: partner.name })}
            onClick={() => setRemoving(true)}
          >
            {t('partners.removeNow')}
          </GuardedButton>
        </MessageBarActions>
      </MessageBar>
      {isRemoving && <RemovePrivileges partner={partner} service={null} onClose={() => setRemoving(false)} />}
    </>
  )
}
