import { AddRegular } from '@fluentui/react-icons'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { paths } from '../../shared/paths.ts'
import { ButtonLink } from '../../shared/ui/ButtonLink.tsx'
import { GuardedButton } from '../../shared/ui/GuardedButton.tsx'
import { useAskingBlocked } from './use-asking-blocked.ts'

/** The way to a list of customers; where it is closed it stays visible and says why. */
export function NewCampaignLink() {
  const { t } = useText()
  const blocked = useAskingBlocked()
  if (blocked !== undefined) {
    return (
      <GuardedButton appearance="primary" icon={<AddRegular />} blockedBecause={blocked}>
        {t('campaigns.new')}
      </GuardedButton>
    )
  }
  return (
    <ButtonLink appearance="primary" icon={<AddRegular />} href={paths.partner.newCampaign}>
      {t('campaigns.new')}
    </ButtonLink>
  )
}
