import { Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components'
import { useQueryClient } from '@tanstack/react-query'
import { readAgain } from '../api/query-client.ts'
import { useReachability } from '../api/reachability.ts'
import { useSession } from '../api/session.ts'
import { useText } from '../language/LanguageProvider.tsx'

const useStyles = makeStyles({ bar: { marginBottom: '16px' } })

/** What holds for every page just now. */
export function PortalNotices({ isDemoShown = false }: { isDemoShown?: boolean }) {
  const styles = useStyles()
  const { t } = useText()
  const isReachable = useReachability()
  const { installation } = useSession()
  const queryClient = useQueryClient()
  return (
    <>
      {!isReachable && (
        <MessageBar intent="warning" className={styles.bar}>
          <MessageBarBody>{t('shell.offline')}</MessageBarBody>
          <MessageBarActions>
            <Button size="small" onClick={() => void readAgain(queryClient)}>
              {t('shell.tryAgain')}
            </Button>
          </MessageBarActions>
        </MessageBar>
      )}
      {installation.isQuarantined && (
        <MessageBar intent="warning" className={styles.bar}>
          <MessageBarBody>{t('shell.quarantined')}</MessageBarBody>
        </MessageBar>
      )}
      {isDemoShown && installation.isDemo && (
        <MessageBar intent="info" className={styles.bar}>
          <MessageBarBody>{t('shell.demo')}</MessageBarBody>
        </MessageBar>
      )}
    </>
  )
}
