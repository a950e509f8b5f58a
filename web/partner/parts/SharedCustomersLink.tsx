import { useText } from '../../shared/language/LanguageProvider.tsx'
import { paths } from '../../shared/paths.ts'
import { Acts } from '../../shared/ui/Stack.tsx'
import { ButtonLink } from '../../shared/ui/ButtonLink.tsx'
import type { PartnershipRow } from './partnership-api.ts'

/** "View customers": those that both partners have (S4.L1.3), as a filter of one's own list. */
export function sharedCustomersHref({ id }: { id: string }): string {
  return `${paths.partner.customers}?${new URLSearchParams({ sharedWith: id })}`
}

export function SharedCustomersLink({ partnership }: { partnership: Pick<PartnershipRow, 'partner'> }) {
  const { t } = useText()
  const { partner } = partnership
  if (!partner) return null
  return (
    <Acts>
      <ButtonLink href={sharedCustomersHref(partner)}>{t('partnerships.viewCustomers')}</ButtonLink>
    </Acts>
  )
}
