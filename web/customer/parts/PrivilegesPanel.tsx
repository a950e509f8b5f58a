import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { DateText } from '../../shared/ui/DateText.tsx'
import { GuardedButton } from '../../shared/ui/GuardedButton.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { QuietText, Stack } from '../../shared/ui/Stack.tsx'
import { RemovePrivileges } from '../forms/RemovePrivileges.tsx'
import { LastUse } from './LastUse.tsx'
import type { HeldPrivilege, PartnerRelationship } from './partner-api.ts'

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '8px 24px',
    padding: '12px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    lineHeight: tokens.lineHeightBase300,
  },
  service: { flex: '2 1 220px', minWidth: 0, fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  fact: { flex: '1 1 130px', minWidth: 0 },
  name: { display: 'block', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  act: { flexShrink: 0 },
})

/** Admin privileges service by service, each to be removed alone or all at once; there is no end date to wait for. */
export function PrivilegesPanel({ partner }: { partner: PartnerRelationship }) {
  const styles = useStyles()
  const { t } = useText()
  // Null removes all of them, a name one service; undefined asks for nothing.
  const [removing, setRemoving] = useState<string | null | undefined>()
  const mayRemove = partner.can.includes('removePrivileges')
  const { privileges } = partner
  const isHeld = privileges.length > 0
  const blocked = mayRemove ? undefined : t('partners.mayNotRemove')
  return (
    <Panel
      title={t('partners.privileges')}
      acts={
        isHeld && (
          <GuardedButton blockedBecause={blocked} onClick={() => setRemoving(null)}>
            {t('partners.removeDelegatedAdmin')}
          </GuardedButton>
        )
      }
    >
      <Stack>
        <QuietText>{t(isHeld ? 'partners.privilegesText' : 'partners.privilegesNone')}</QuietText>
        {isHeld && (
          <ul className={styles.list}>
            {privileges.map((privilege) => (
              <Row key={privilege.service} privilege={privilege} mayRemove={mayRemove && privileges.length > 1} onRemove={() => setRemoving(privilege.service)} />
            ))}
          </ul>
        )}
      </Stack>
      {removing !== undefined && <RemovePrivileges partner={partner} service={removing} onClose={() => setRemoving(undefined)} />}
    </Panel>
  )
}

function Row({ privilege, mayRemove, onRemove }: { privilege: HeldPrivilege; mayRemove: boolean; onRemove: () => void }) {
  const styles = useStyles()
  const { t } = useText()
  return (
    <li className={styles.row}>
      <span className={styles.service}>{privilege.serviceName}</span>
      <span className={styles.fact}>
        <span className={styles.name}>{t('partners.granted')}</span>
        <DateText at={privilege.grantedAt} />
      </span>
      <span className={styles.fact}>
        <span className={styles.name}>{t('partners.ends')}</span>
        {t('shell.noEnd')}
      </span>
      <span className={styles.fact}>
        <span className={styles.name}>{t('partners.lastUse')}</span>
        <LastUse privilege={privilege} />
      </span>
      {mayRemove && (
        <Button className={styles.act} size="small" aria-label={t('partners.removeOn', { service: privilege.serviceName })} onClick={onRemove}>
          {t('partners.remove')}
        </Button>
      )}
    </li>
  )
}
