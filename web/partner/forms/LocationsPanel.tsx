import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { DeleteRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { api } from '../../shared/api/api.ts'
import { describeProblem } from '../../shared/api/describe-problem.ts'
import { useAct } from '../../shared/api/use-act.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { ConfirmDialog } from '../../shared/ui/ConfirmDialog.tsx'
import { GuardedButton } from '../../shared/ui/GuardedButton.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { QuietText, Stack } from '../../shared/ui/Stack.tsx'
import { useNotify } from '../../shared/ui/Toasts.tsx'
import { type BusinessProfile, profileKey, profilesKey, type ProfileLocation } from '../parts/referral-api.ts'
import { AddLocationDrawer } from './AddLocationDrawer.tsx'

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', rowGap: '12px' },
  one: { display: 'flex', justifyContent: 'space-between', columnGap: '8px' },
  words: { minWidth: 0, overflowWrap: 'anywhere', lineHeight: tokens.lineHeightBase300 },
  name: { display: 'block', fontWeight: tokens.fontWeightSemibold },
})

/** Up to five addresses, each deleted and added again rather than changed (S4.L2.3). */
export function LocationsPanel({ profile }: { profile: BusinessProfile }) {
  const styles = useStyles()
  const { t } = useText()
  const [isAdding, setAdding] = useState(false)
  const [leaving, setLeaving] = useState<ProfileLocation | null>(null)
  const may = profile.can.includes('edit')
  const add = may && (
    <GuardedButton size="small" blockedBecause={profile.locations.length >= 5 ? t('referrals.locationsFull') : undefined} onClick={() => setAdding(true)}>
      {t('referrals.addLocation')}
    </GuardedButton>
  )
  return (
    <Panel title={t('referrals.locations')} acts={add}>
      <Stack>
        <QuietText>{t('referrals.locationsText')}</QuietText>
        {profile.locations.length === 0 && <QuietText>{t('referrals.noLocations')}</QuietText>}
        <ul className={styles.list}>
          {profile.locations.map((location) => (
            <li key={location.id} className={styles.one}>
              <span className={styles.words}>
                <span className={styles.name}>{location.name}</span>
                {addressLine(location)}
              </span>
              {may && <Button appearance="subtle" icon={<DeleteRegular />} aria-label={t('referrals.deleteLocation', { name: location.name })} onClick={() => setLeaving(location)} />}
            </li>
          ))}
        </ul>
      </Stack>
      {isAdding && <AddLocationDrawer profile={profile} onClose={() => setAdding(false)} />}
      {leaving && <DeleteLocation profile={profile} location={leaving} onClose={() => setLeaving(null)} />}
    </Panel>
  )
}

function addressLine({ addressLine1, addressLine2, postalCode, city, state, phone }: ProfileLocation): string {
  return [addressLine1, addressLine2, [postalCode, city].filter(Boolean).join(' '), state, phone].filter(Boolean).join(', ')
}

function DeleteLocation({ profile, location, onClose }: { profile: BusinessProfile; location: ProfileLocation; onClose: () => void }) {
  const texts = useText()
  const { t } = texts
  const notify = useNotify()
  const act = useAct({
    send: () => api.delete(`/business-profiles/${profile.id}/locations/${location.id}`, {}),
    changes: [profileKey(profile.id), profilesKey],
    onDone: () => {
      notify.done(t('referrals.locationDeleted'))
      onClose()
    },
  })
  return (
    <ConfirmDialog
      isOpen
      isDangerous
      title={t('referrals.deleteLocation', { name: location.name })}
      confirmLabel={t('referrals.delete')}
      isWorking={act.isPending}
      problem={act.error && !act.isPending ? describeProblem(act.error, texts) : null}
      onConfirm={() => act.mutate()}
      onCancel={onClose}
    >
      <QuietText>{t('referrals.deleteLocationText')}</QuietText>
    </ConfirmDialog>
  )
}
