import { LanguageSettings } from '../../shared/pages/settings/LanguageSettings.tsx'

export function SettingsLanguagePage() {
  return <LanguageSettings />
}
