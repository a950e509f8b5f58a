import { BuildingShopRegular } from '@fluentui/react-icons'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { EmptyState } from '../../shared/ui/EmptyState.tsx'
import { PageHeader } from '../../shared/ui/PageHeader.tsx'
import { TextLink } from '../../shared/ui/TextLink.tsx'
import { PartnershipTable } from '../parts/PartnershipTable.tsx'
import { sharedCustomersHref } from '../parts/SharedCustomersLink.tsx'

/** A reseller's providers in partnership, with the customers it shares with each (F.1, S4.L1.3). */
export function IndirectProvidersPage() {
  const { t } = useText()
  return (
    <>
      <PageHeader title={t('partnerships.indirectProviders')} intro={t('partnerships.providersIntro')} />
      <PartnershipTable
        side="reseller"
        label={t('partnerships.indirectProviders')}
        acts={({ partner, status }) => partner && status === 'active' && <TextLink href={sharedCustomersHref(partner)}>{t('partnerships.viewCustomers')}</TextLink>}
        empty={
          <EmptyState icon={BuildingShopRegular} title={t('partnerships.noProviders')}>
            {t('partnerships.noProvidersText')}
          </EmptyState>
        }
      />
    </>
  )
}
