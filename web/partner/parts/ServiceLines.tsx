import { makeStyles, tokens } from '@fluentui/react-components'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { DateText } from '../../shared/ui/DateText.tsx'
import { Reason } from './Reason.tsx'

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', rowGap: '8px' },
  use: { display: 'block', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
})

type ServiceLine = { service: string; name: string; grantedAt: string | null; lastUsedAt: string | null }

/** Services on which the customer granted privileges, with their last use. */
export function ServiceLines({ services }: { services: readonly ServiceLine[] }) {
  const styles = useStyles()
  const { t } = useText()
  const granted = services.filter(({ grantedAt }) => grantedAt !== null)
  if (granted.length === 0) return <Reason text={t('customers.noServices')} />
  return (
    <ul className={styles.list}>
      {granted.map(({ service, name, grantedAt, lastUsedAt }) => (
        <li key={service}>
          {name}
          <span className={styles.use}>
            {t('customers.privilegesSince')} <DateText at={grantedAt!} /> · {t('customers.lastUse')}: {lastUsedAt ? <DateText at={lastUsedAt} as="relative" /> : t('shell.never')}
          </span>
        </li>
      ))}
    </ul>
  )
}
