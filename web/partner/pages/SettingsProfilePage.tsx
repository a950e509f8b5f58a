import { ProfileSettings } from '../../shared/pages/settings/ProfileSettings.tsx'

export function SettingsProfilePage() {
  return <ProfileSettings />
}
