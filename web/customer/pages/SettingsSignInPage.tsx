import { SignInProviderSettings } from '../../shared/pages/settings/SignInProviderSettings.tsx'

export function SettingsSignInPage() {
  return <SignInProviderSettings />
}
