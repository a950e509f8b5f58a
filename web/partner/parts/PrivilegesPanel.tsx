import { makeStyles, tokens } from '@fluentui/react-components'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { DateText } from '../../shared/ui/DateText.tsx'
import { KeyValueList } from '../../shared/ui/KeyValueList.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { Acts, QuietText, Stack } from '../../shared/ui/Stack.tsx'
import { AskAgainLink } from './AskAgainLink.tsx'
import type { Customer, HeldPrivilege } from './customer-api.ts'

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  service: { paddingBlock: '12px', ':not(:last-child)': { borderBottom: `1px solid ${tokens.colorNeutralStroke2}` }, ':first-child': { paddingTop: 0 }, ':last-child': { paddingBottom: 0 } },
  name: { margin: '0 0 6px', fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
})

/** Delegated admin privileges, one per service, with their last use; ask again where there are none [S0.2]. */
export function PrivilegesPanel({ customer }: { customer: Customer }) {
  const styles = useStyles()
  const { t } = useText()
  const { privileges, customerId, companyName } = customer
  if (privileges.length === 0) {
    return (
      <Panel title={t('customerAccount.privileges')}>
        <Stack>
          <QuietText>{t(customer.removed ? 'customerAccount.noRemainingPrivileges' : 'customerAccount.noPrivileges')}</QuietText>
          {!customer.removed && (
            <>
              <QuietText>{t('customerAccount.stillResponsible')}</QuietText>
              <Acts>
                <AskAgainLink customerId={customerId} companyName={companyName} kind="restorePrivileges" />
              </Acts>
            </>
          )}
        </Stack>
      </Panel>
    )
  }
  return (
    <Panel title={t('customerAccount.privileges')}>
      <ul className={styles.list}>
        {privileges.map((privilege) => (
          <li key={privilege.service} className={styles.service}>
            <h3 className={styles.name}>{privilege.serviceName}</h3>
            <PrivilegeLines privilege={privilege} />
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function PrivilegeLines({ privilege }: { privilege: HeldPrivilege }) {
  const { t } = useText()
  const { grantedAt, lastUsedAt, adminPortalName } = privilege
  return (
    <KeyValueList
      items={[
        { key: t('customerAccount.grantedSince'), value: <DateText at={grantedAt} /> },
        { key: t('customerAccount.ends'), value: t('shell.noEnd') },
        { key: t('customers.lastUse'), value: lastUsedAt ? <DateText at={lastUsedAt} as="relative" /> : t('shell.never') },
        { key: t('customers.adminPortal'), value: adminPortalName },
      ]}
    />
  )
}
