import { useText } from '../../language/LanguageProvider.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { OutsideIdentityPanel } from './OutsideIdentityPanel.tsx'
import { PasskeysPanel } from './PasskeysPanel.tsx'
import { PasswordPanel } from './PasswordPanel.tsx'
import { SecondStepPanel } from './SecondStepPanel.tsx'
import { SessionsPanel } from './SessionsPanel.tsx'

/** How this person signs in, and where they are signed in now. */
export function SecuritySettings() {
  const { t } = useText()
  return (
    <>
      <PageHeader title={t('settings.security')} intro={t('settings.securityIntro')} />
      <SecondStepPanel />
      <PasskeysPanel />
      <OutsideIdentityPanel />
      <PasswordPanel />
      <SessionsPanel />
    </>
  )
}
