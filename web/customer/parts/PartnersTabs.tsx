import { useText } from '../../shared/language/LanguageProvider.tsx'
import { paths } from '../../shared/paths.ts'
import { TabLinks } from '../../shared/ui/TabLinks.tsx'

/** The same partners, one by one or by what they answer for. */
export function PartnersTabs({ current }: { current: 'partners' | 'services' | 'handOvers' | 'transfers' }) {
  const { t } = useText()
  const { partners, responsibilities, handOverQuestions, subscriptionTransfers } = paths.customer
  return (
    <TabLinks
      label={t('responsibility.views')}
      tabs={[
        { label: t('responsibility.byPartner'), href: partners, isCurrent: current === 'partners' },
        { label: t('responsibility.byService'), href: responsibilities, isCurrent: current === 'services' },
        { label: t('handOvers.title'), href: handOverQuestions, isCurrent: current === 'handOvers' },
        { label: t('transfers.title'), href: subscriptionTransfers, isCurrent: current === 'transfers' },
      ]}
    />
  )
}
