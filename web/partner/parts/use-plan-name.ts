import type { BillingCycle, Term } from '../../../src/domain/catalogue/terms.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'

/** "1 year, billed monthly". */
export function usePlanName(): (plan: { term: Term; billingCycle: BillingCycle }) => string {
  const { t } = useText()
  return ({ term, billingCycle }) => t('subscriptions.plan', { term: t(`subscriptions.term.${term}`), cycle: t(`subscriptions.cycle.${billingCycle}`) })
}
