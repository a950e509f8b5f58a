import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useText } from '../../language/LanguageProvider.tsx'
import { GuardedButton } from '../../ui/GuardedButton.tsx'
import { QuietText } from '../../ui/Stack.tsx'
import type { DeviceProfile } from './device-api.ts'

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'flex', flexDirection: 'column', rowGap: '16px' },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start', justifyContent: 'space-between', gap: '8px 16px' },
  what: { minWidth: 0, overflowWrap: 'anywhere', lineHeight: tokens.lineHeightBase300 },
  name: { fontWeight: tokens.fontWeightSemibold, marginInlineEnd: '8px' },
  count: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  quiet: { display: 'block', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  acts: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
})

type ProfileListProps = { profiles: readonly DeviceProfile[]; emptyText: string; onChange?: (profile: DeviceProfile) => void; onDelete?: (profile: DeviceProfile) => void }

/** The profiles of a customer with what they do; with buttons where the reader may change them. */
export function ProfileList({ profiles, emptyText, onChange, onDelete }: ProfileListProps) {
  const { t } = useText()
  const styles = useStyles()
  if (profiles.length === 0) return <QuietText>{emptyText}</QuietText>
  return (
    <ul className={styles.list} aria-label={t('devices.profiles')}>
      {profiles.map((profile) => (
        <li key={profile.profileId} className={styles.line}>
          <div className={styles.what}>
            <span className={styles.name}>{profile.name}</span>
            <span className={styles.count}>{t('devices.deviceCount', { count: profile.deviceCount })}</span>
            {profile.description !== null && <span className={styles.quiet}>{profile.description}</span>}
            <span className={styles.quiet}>{profile.settings.length === 0 ? t('devices.nothingSkipped') : profile.settings.map((setting) => t(`devices.setting.${setting}`)).join(' · ')}</span>
          </div>
          {onChange && onDelete && profile.can.includes('change') && (
            <div className={styles.acts}>
              <Button size="small" aria-label={t('devices.editProfileLabel', { name: profile.name })} onClick={() => onChange(profile)}>
                {t('devices.editProfile')}
              </Button>
              <GuardedButton
                size="small"
                aria-label={t('devices.deleteProfileLabel', { name: profile.name })}
                blockedBecause={profile.can.includes('delete') ? undefined : t('devices.profileInUse')}
                onClick={() => onDelete(profile)}
              >
                {t('devices.deleteProfile')}
              </GuardedButton>
            </div>
          )}
        </li>
      ))}
    </ul>
  )
}
