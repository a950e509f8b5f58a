import { useFormats, useText } from '../../shared/language/LanguageProvider.tsx'
import type { RequestRow } from './request-api.ts'

/** Whom a request is for, in the best words we have: who answered, else whom the partner named. */
export function useRequestName(): (request: Pick<RequestRow, 'customerName' | 'named'>) => string {
  const { t } = useText()
  const formats = useFormats()
  return ({ customerName, named }) => {
    const known = customerName ?? named.companyName ?? named.domain ?? named.customerId
    if (known) return known
    return named.country ? t('requests.anyIn', { country: formats.country(named.country) }) : t('requests.anybody')
  }
}
