import { useQuery } from '@tanstack/react-query'
import { useText } from '../../language/LanguageProvider.tsx'
import type { Filter } from '../../table/FilterBar.tsx'
import { usePeopleSide } from '../settings/people-side.tsx'
import { skusQuery } from './license-api.ts'

/** Who has which license, or none; nothing where there are none to have. */
export function useLicenseFilter(): Filter[] {
  const { t } = useText()
  const side = usePeopleSide()
  const items = useQuery({ ...skusQuery(side), enabled: side.may.readLicenses }).data?.items ?? []
  if (items.length === 0) return []
  return [{ name: 'license', label: t('licenses.license'), choices: [{ value: 'none', label: t('licenses.without') }, ...items.map(({ sku, name }) => ({ value: sku, label: name }))] }]
}
