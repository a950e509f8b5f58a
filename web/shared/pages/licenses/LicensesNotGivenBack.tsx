import { MessageBar, MessageBarBody } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useFormats, useText } from '../../language/LanguageProvider.tsx'
import { usePeopleSide } from '../settings/people-side.tsx'
import { skusQuery } from './license-api.ts'

/** Of somebody who is back: the licenses from before that others have by now. */
export function LicensesNotGivenBack({ skus }: { skus: readonly string[] }) {
  const { t } = useText()
  const formats = useFormats()
  const items = useQuery({ ...skusQuery(usePeopleSide()), enabled: skus.length > 0 }).data?.items ?? []
  if (skus.length === 0) return null
  const names = skus.map((sku) => items.find((one) => one.sku === sku)?.name ?? sku)
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>{t('licenses.notGivenBack', { names: formats.list(names) })}</MessageBarBody>
    </MessageBar>
  )
}
