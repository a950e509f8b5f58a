import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { KeyRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { useFormats, useText } from '../../language/LanguageProvider.tsx'
import type { Passkey } from '../../passkeys/passkeys-api.ts'
import { DateText } from '../../ui/DateText.tsx'
import { QuietText } from '../../ui/Stack.tsx'
import { RemovePasskeyDialog } from './RemovePasskeyDialog.tsx'
import { RenamePasskeyDrawer } from './RenamePasskeyDrawer.tsx'

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: '8px 0 0', padding: 0 },
  passkey: {
    display: 'grid',
    gridTemplateColumns: '24px minmax(0, 1fr) auto',
    columnGap: '14px',
    alignItems: 'center',
    padding: '14px 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 480px)': { gridTemplateColumns: '24px minmax(0, 1fr)', rowGap: '10px', '& > :last-child': { gridColumn: '2', justifySelf: 'start' } },
  },
  icon: { fontSize: '24px', color: tokens.colorNeutralForeground3 },
  name: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  quiet: { display: 'block', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  acts: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
})

export function PasskeyList({ passkeys }: { passkeys: readonly Passkey[] }) {
  const { t } = useText()
  const styles = useStyles()
  const [asks, setAsks] = useState<{ which: Passkey; what: 'rename' | 'remove' } | null>(null)
  if (passkeys.length === 0) return <QuietText>{t('passkeys.none')}</QuietText>
  return (
    <>
      <ul className={styles.list}>
        {passkeys.map((passkey) => (
          <PasskeyLine key={passkey.id} passkey={passkey} onAsk={(what) => setAsks({ which: passkey, what })} />
        ))}
      </ul>
      {asks?.what === 'rename' && <RenamePasskeyDrawer passkey={asks.which} onClose={() => setAsks(null)} />}
      {asks?.what === 'remove' && <RemovePasskeyDialog passkey={asks.which} onClose={() => setAsks(null)} />}
    </>
  )
}

function PasskeyLine({ passkey, onAsk }: { passkey: Passkey; onAsk: (what: 'rename' | 'remove') => void }) {
  const { t } = useText()
  const formats = useFormats()
  const styles = useStyles()
  const { name, createdAt, lastUsedAt, isSynced } = passkey
  return (
    <li className={styles.passkey}>
      <KeyRegular className={styles.icon} aria-hidden="true" />
      <div>
        <span className={styles.name}>{name}</span>
        <span className={styles.quiet}>{t(isSynced ? 'passkeys.synced' : 'passkeys.onDevice')}</span>
        <span className={styles.quiet}>
          {t('passkeys.createdAt', { at: formats.dateTime(createdAt) })} · {lastUsedAt ? <>{t('settings.lastSeen')} <DateText at={lastUsedAt} as="relative" /></> : t('passkeys.neverUsed')}
        </span>
      </div>
      <div className={styles.acts}>
        <Button size="small" aria-label={t('passkeys.renameWhich', { name })} onClick={() => onAsk('rename')}>
          {t('passkeys.rename')}
        </Button>
        <Button size="small" aria-label={t('passkeys.removeWhich', { name })} onClick={() => onAsk('remove')}>
          {t('passkeys.remove')}
        </Button>
      </div>
    </li>
  )
}
