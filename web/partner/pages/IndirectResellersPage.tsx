import { BuildingPeopleRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { useCan, useSignedIn } from '../../shared/api/session.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { EmptyState } from '../../shared/ui/EmptyState.tsx'
import { GuardedButton } from '../../shared/ui/GuardedButton.tsx'
import { PageHeader } from '../../shared/ui/PageHeader.tsx'
import { paths } from '../../shared/paths.ts'
import { ButtonLink } from '../../shared/ui/ButtonLink.tsx'
import { Acts } from '../../shared/ui/Stack.tsx'
import { useAddingBlocked } from '../parts/use-adding-blocked.ts'
import { AskPartnershipDrawer } from '../forms/AskPartnershipDrawer.tsx'
import { InviteJointly } from '../parts/InviteJointly.tsx'
import { PartnershipTable } from '../parts/PartnershipTable.tsx'
import { sharedCustomersHref } from '../parts/SharedCustomersLink.tsx'

/** A provider's resellers: request a partnership, and what became of each (F.1, D.3). */
export function IndirectResellersPage() {
  const { t } = useText()
  const [isAsking, setAsking] = useState(false)
  const blocked = useAskingPartnershipBlocked()
  const adding = useAddingBlocked()
  const ask = (
    <GuardedButton appearance="primary" blockedBecause={blocked} onClick={() => setAsking(true)}>
      {t('partnerships.ask')}
    </GuardedButton>
  )
  return (
    <>
      <PageHeader title={t('partnerships.indirectResellers')} intro={t('partnerships.resellersIntro')} acts={ask} />
      <PartnershipTable
        side="provider"
        label={t('partnerships.indirectResellers')}
        acts={(row) =>
          row.partner &&
          row.status === 'active' && (
            <Acts>
              <ButtonLink href={sharedCustomersHref(row.partner)}>{t('partnerships.viewCustomers')}</ButtonLink>
              {adding === undefined && <ButtonLink href={`${paths.partner.newCustomer}?${new URLSearchParams({ reseller: row.partner.id })}`}>{t('newCustomer.add')}</ButtonLink>}
              <InviteJointly partnership={row} />
            </Acts>
          )
        }
        empty={
          <EmptyState icon={BuildingPeopleRegular} title={t('partnerships.noResellers')}>
            {t('partnerships.noResellersText')}
          </EmptyState>
        }
      />
      {isAsking && <AskPartnershipDrawer onClose={() => setAsking(false)} />}
    </>
  )
}

/** Why this person cannot ask for a partnership now; the server judges again. */
function useAskingPartnershipBlocked(): string | undefined {
  const { t } = useText()
  const can = useCan()
  const { tenant } = useSignedIn()
  if (!tenant.partnerKinds.includes('indirectProvider')) return t('partnerships.blocked.kind')
  return can('partnership.ask') ? undefined : t('partnerships.blocked.ask')
}
