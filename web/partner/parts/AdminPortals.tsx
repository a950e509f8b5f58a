import { makeStyles } from '@fluentui/react-components'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { StatusBadge } from '../../shared/ui/StatusBadge.tsx'
import type { CustomerRecord } from './customer-api.ts'
import { Reason } from './Reason.tsx'

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', rowGap: '10px' },
  line: { display: 'flex', flexWrap: 'wrap', columnGap: '8px', rowGap: '4px', alignItems: 'center' },
})

/** The portal of each service, and whether the customer lets this partner work there. */
export function AdminPortals({ portals }: { portals: CustomerRecord['adminPortals'] }) {
  const styles = useStyles()
  return (
    <ul className={styles.list}>
      {portals.map((portal) => (
        <li key={portal.service}>
          <PortalState portal={portal} />
        </li>
      ))}
    </ul>
  )
}

/** One of them, by its name. */
export function PortalState({ portal: { name, canOpen, reasonText } }: { portal: CustomerRecord['adminPortals'][number] }) {
  const styles = useStyles()
  const { t } = useText()
  return (
    <>
      <span className={styles.line}>
        {name} <StatusBadge tone={canOpen ? 'good' : 'ended'}>{t(canOpen ? 'customers.portalOpen' : 'customers.portalClosed')}</StatusBadge>
      </span>
      <Reason text={reasonText} />
    </>
  )
}
