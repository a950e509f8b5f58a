import { useText } from '../../shared/language/LanguageProvider.tsx'
import type { PartnershipRow } from './partnership-api.ts'

/** The other partner's own name, or how the provider called whom it asked. */
export function usePartnershipName(): (row: Pick<PartnershipRow, 'partner' | 'namedCompany'>) => string {
  const { t } = useText()
  return ({ partner, namedCompany }) => partner?.name ?? namedCompany ?? t('partnerships.unnamed')
}
