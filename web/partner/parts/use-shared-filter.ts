import { useQuery } from '@tanstack/react-query'
import { useCan, useSignedIn } from '../../shared/api/session.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import type { Filter } from '../../shared/table/FilterBar.tsx'
import { partnershipsQuery, type PartnershipSide } from './partnership-api.ts'

type Choice = { value: string; label: string }

/** The customers that one shares with a partner in partnership [S4.L6.4]; no filter where there is none to choose. */
export function useSharedFilter(): readonly Filter[] {
  const { t } = useText()
  const resellers = usePartners('provider', 'indirectProvider')
  const providers = usePartners('reseller', 'indirectReseller')
  const choices = [...resellers, ...providers]
  return choices.length === 0 ? [] : [{ name: 'sharedWith', label: t('partnerships.sharedWith'), choices }]
}

/** A provider's resellers in partnership, to choose from; none for other partners. */
export function useResellers(): readonly Choice[] {
  return usePartners('provider', 'indirectProvider')
}

/** A reseller's providers in partnership, to choose from. */
export function useProviders(): { readonly choices: readonly Choice[]; readonly isLoading: boolean } {
  const { isLoading } = useQuery(partnershipsQuery('reseller', { status: 'active', size: '500' }))
  return { choices: usePartners('reseller', 'indirectReseller'), isLoading }
}

function usePartners(side: PartnershipSide, kind: string): readonly Choice[] {
  const can = useCan()
  const { tenant } = useSignedIn()
  const isAsked = tenant.partnerKinds.includes(kind) && can('partnership.list')
  const { data } = useQuery({ ...partnershipsQuery(side, { status: 'active', size: '500' }), enabled: isAsked })
  return (data?.items ?? []).flatMap(({ partner }) => (partner ? [{ value: partner.id, label: partner.name }] : []))
}
