import { useFormats, useText } from '../../shared/language/LanguageProvider.tsx'

/** How many licenses an offer or a subscription takes, in words. */
export function useSeatsHint(): (limits: { minQuantity: number; maxQuantity: number }) => string {
  const { t } = useText()
  const { number } = useFormats()
  return ({ minQuantity, maxQuantity }) =>
    minQuantity === maxQuantity ? t('subscriptions.seatsHintFixed', { count: number(minQuantity) }) : t('subscriptions.seatsHint', { min: number(minQuantity), max: number(maxQuantity) })
}
