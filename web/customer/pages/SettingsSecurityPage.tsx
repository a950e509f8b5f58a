import { SecuritySettings } from '../../shared/pages/settings/SecuritySettings.tsx'

export function SettingsSecurityPage() {
  return <SecuritySettings />
}
