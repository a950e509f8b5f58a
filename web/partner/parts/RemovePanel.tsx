import { useText } from '../../shared/language/LanguageProvider.tsx'
import { paths } from '../../shared/paths.ts'
import { ButtonLink } from '../../shared/ui/ButtonLink.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { QuietText, Stack } from '../../shared/ui/Stack.tsx'
import type { Customer } from './customer-api.ts'
import { GuardedButton } from '../../shared/ui/GuardedButton.tsx'

/** The way to the end, under both of its names [S0.L3.4, S1.46]. */
export function RemovePanel({ customer }: { customer: Customer }) {
  const { t } = useText()
  const label = t('customerAccount.removeCustomer')
  if (customer.removed) return null
  return (
    <Panel title={t('customerAccount.removeReseller')}>
      <Stack>
        <QuietText>{t('customerAccount.removeText')}</QuietText>
        <div>
          {customer.can.includes('remove') ? (
            <ButtonLink href={paths.partner.customerRemoval(customer.customerId)}>{label}</ButtonLink>
          ) : (
            <GuardedButton blockedBecause={t('customerAccount.blocked.remove')}>{label}</GuardedButton>
          )}
        </div>
      </Stack>
    </Panel>
  )
}
