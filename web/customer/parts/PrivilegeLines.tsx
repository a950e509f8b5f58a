import { makeStyles, tokens } from '@fluentui/react-components'
import { KeyRegular } from '@fluentui/react-icons'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { LastUse } from './LastUse.tsx'
import type { HeldPrivilege } from './partner-api.ts'

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', rowGap: '4px' },
  line: { display: 'grid', gridTemplateColumns: '16px minmax(0, 1fr)', columnGap: '8px' },
  icon: { fontSize: '16px', marginTop: '2px', color: tokens.colorBrandForeground1 },
  use: { display: 'block', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
})

/** One line a service: privileges are given and taken service by service. */
export function PrivilegeLines({ privileges }: { privileges: readonly HeldPrivilege[] }) {
  const styles = useStyles()
  const { t } = useText()
  return (
    <ul className={styles.list}>
      {privileges.map((privilege) => (
        <li key={privilege.service} className={styles.line}>
          <KeyRegular className={styles.icon} aria-hidden="true" />
          <span>
            {privilege.serviceName}
            <span className={styles.use}>
              {t('partners.lastUse')}: <LastUse privilege={privilege} />
            </span>
          </span>
        </li>
      ))}
    </ul>
  )
}
