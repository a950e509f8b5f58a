import { BuildingShopRegular } from '@fluentui/react-icons'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { EmptyState } from '../../shared/ui/EmptyState.tsx'
import { PageHeader } from '../../shared/ui/PageHeader.tsx'
import { ButtonLink } from '../../shared/ui/ButtonLink.tsx'
import { Acts } from '../../shared/ui/Stack.tsx'
import { InviteJointly } from '../parts/InviteJointly.tsx'
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
        acts={(row) =>
          row.partner &&
          row.status === 'active' && (
            <Acts>
              <ButtonLink href={sharedCustomersHref(row.partner)}>{t('partnerships.viewCustomers')}</ButtonLink>
              <InviteJointly partnership={row} />
            </Acts>
          )
        }
        empty={
          <EmptyState icon={BuildingShopRegular} title={t('partnerships.noProviders')}>
            {t('partnerships.noProvidersText')}
          </EmptyState>
        }
      />
    </>
  )
}
