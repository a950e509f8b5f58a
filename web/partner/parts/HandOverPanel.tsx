import { useSignedIn } from '../../shared/api/session.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { paths } from '../../shared/paths.ts'
import { ButtonLink } from '../../shared/ui/ButtonLink.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { QuietText, Stack } from '../../shared/ui/Stack.tsx'
import type { Customer } from './customer-api.ts'

/** The way to another partner without a gap; what stands in the way is said on the page. */
export function HandOverPanel({ customer }: { customer: Customer }) {
  const { t } = useText()
  const { tenant } = useSignedIn()
  if (customer.removed) return null
  return (
    <Panel title={t('handOvers.give')}>
      <Stack>
        <QuietText>{t('handOvers.giveText')}</QuietText>
        <div>
          <ButtonLink href={paths.partner.customerHandOver(customer.customerId)}>{t('handOvers.giveAct')}</ButtonLink>
        </div>
        {tenant.partnerKinds.includes('indirectReseller') && customer.channels.includes('direct') && (
          <>
            <QuietText>{t('handOvers.lendText')}</QuietText>
            <div>
              <ButtonLink href={paths.partner.customerExtension(customer.customerId)}>{t('handOvers.lend')}</ButtonLink>
            </div>
          </>
        )}
      </Stack>
    </Panel>
  )
}
