import { useQuery } from '@tanstack/react-query'
import { useCan, useSignedIn } from '../../shared/api/session.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import type { Filter } from '../../shared/table/FilterBar.tsx'
import { partnershipsQuery, type PartnershipSide } from './partnership-api.ts'

/** The customers that one shares with a partner in partnership [S4.L6.4]; no filter where there is none to choose. */
export function useSharedFilter(): readonly Filter[] {
  const { t } = useText()
  const can = useCan()
  const { tenant } = useSignedIn()
  const usePartners = (side: PartnershipSide, kind: string) =>
    useQuery({ ...partnershipsQuery(side, { status: 'active', size: '500' }), enabled: tenant.partnerKinds.includes(kind) && can('partnership.list') }).data?.items ?? []
  const partners = [...usePartners('provider', 'indirectProvider'), ...usePartners('reseller', 'indirectReseller')]
  const choices = partners.flatMap(({ partner }) => (partner ? [{ value: partner.id, label: partner.name }] : []))
  return choices.length === 0 ? [] : [{ name: 'sharedWith', label: t('partnerships.sharedWith'), choices }]
}
