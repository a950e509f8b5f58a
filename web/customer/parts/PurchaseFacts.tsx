import { useFormats, useText } from '../../shared/language/LanguageProvider.tsx'
import type { OwnPurchase } from '../../shared/pages/own-purchases/purchase-api.ts'
import { DateText } from '../../shared/ui/DateText.tsx'
import { KeyValueList } from '../../shared/ui/KeyValueList.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'

/** What was bought, from whom, at which price, and who asked and answered. */
export function PurchaseFacts({ purchase }: { purchase: OwnPurchase }) {
  const { t } = useText()
  const formats = useFormats()
  const { kind, partnerName, friendlyName, term, billingCycle, quantity, unitPrice, total, committed, currency, askedAt, askedByName, answeredAt, answeredByName, note } = purchase
  const money = (amount: string | null) => (amount === null ? '–' : formats.money(amount, currency))
  return (
    <Panel title={t('ownPurchases.facts')}>
      <KeyValueList
        items={[
          { key: t('ownPurchases.kindName'), value: t(`ownPurchases.kind.${kind}`) },
          { key: t('ownPurchases.partner'), value: partnerName ?? '–' },
          friendlyName !== null && { key: t('subscriptions.ownName'), value: friendlyName },
          { key: t('subscriptions.termAndCycle'), value: t('subscriptions.plan', { term: t(`subscriptions.term.${term}`), cycle: t(`subscriptions.cycle.${billingCycle}`) }) },
          { key: t('ownPurchases.quantity'), value: `${formats.number(quantity)} × ${money(unitPrice)}` },
          { key: t('ownPurchases.total'), value: money(total) },
          { key: t('ownPurchases.committed'), value: money(committed) },
          { key: t('ownPurchases.asked'), value: <DateText at={askedAt} /> },
          { key: t('ownPurchases.askedBy'), value: askedByName ?? '–' },
          answeredAt !== null && { key: t('ownPurchases.answered'), value: <DateText at={answeredAt} /> },
          answeredByName !== null && { key: t('ownPurchases.answeredBy'), value: answeredByName },
          note !== null && { key: t('ownPurchases.note'), value: note },
        ]}
      />
    </Panel>
  )
}
