import { PersonAddRegular } from '@fluentui/react-icons'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { paths } from '../../shared/paths.ts'
import { ButtonLink } from '../../shared/ui/ButtonLink.tsx'
import { GuardedButton } from '../../shared/ui/GuardedButton.tsx'
import { useAddingBlocked } from './use-adding-blocked.ts'
import { useAskingCreationBlocked, useIsOnlyReseller } from './use-asking-creation-blocked.ts'

/** The way to a customer that has no tenant yet [S1.L1]; a reseller asks its provider instead [S1.53]. Where it is closed it stays visible and says why. */
export function AddCustomerLink() {
  const { t } = useText()
  const isOnlyReseller = useIsOnlyReseller()
  const adding = useAddingBlocked()
  const asking = useAskingCreationBlocked()
  const blocked = isOnlyReseller ? asking : adding
  const icon = <PersonAddRegular />
  if (blocked !== undefined) {
    return (
      <GuardedButton icon={icon} blockedBecause={blocked}>
        {t('newCustomer.add')}
      </GuardedButton>
    )
  }
  return (
    <ButtonLink icon={icon} href={isOnlyReseller ? paths.partner.newCreationRequest : paths.partner.newCustomer}>
      {t('newCustomer.add')}
    </ButtonLink>
  )
}
