import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import type { DeviceProfile, DeviceSide } from '../../shared/pages/devices/device-api.ts'
import { ProfileList } from '../../shared/pages/devices/ProfileList.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { DeleteProfileDialog } from '../forms/DeleteProfileDialog.tsx'
import { DeviceProfileDrawer } from '../forms/DeviceProfileDrawer.tsx'

type DeviceProfilesPanelProps = { side: DeviceSide; profiles: readonly DeviceProfile[]; mayManage: boolean }

export function DeviceProfilesPanel({ side, profiles, mayManage }: DeviceProfilesPanelProps) {
  const { t } = useText()
  const [editing, setEditing] = useState<DeviceProfile | 'fresh' | null>(null)
  const [deleting, setDeleting] = useState<DeviceProfile | null>(null)
  return (
    <Panel title={t('devices.profiles')} acts={mayManage && <Button onClick={() => setEditing('fresh')}>{t('devices.newProfile')}</Button>}>
      <ProfileList profiles={profiles} emptyText={t('devices.noProfiles')} onChange={setEditing} onDelete={setDeleting} />
      {editing && <DeviceProfileDrawer side={side} profile={editing === 'fresh' ? null : editing} onClose={() => setEditing(null)} />}
      {deleting && <DeleteProfileDialog side={side} profile={deleting} onClose={() => setDeleting(null)} />}
    </Panel>
  )
}
