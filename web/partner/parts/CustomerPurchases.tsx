import { makeStyles, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useCan } from '../../shared/api/session.ts'
import { useFormats, useText } from '../../shared/language/LanguageProvider.tsx'
import { paths } from '../../shared/paths.ts'
import { boardQuery, type OwnPurchase } from '../../shared/pages/own-purchases/purchase-api.ts'
import { PurchaseTable } from '../../shared/pages/own-purchases/PurchaseTable.tsx'
import { GuardedButton } from '../../shared/ui/GuardedButton.tsx'
import { KeyValueList } from '../../shared/ui/KeyValueList.tsx'
import { Acts, Stack } from '../../shared/ui/Stack.tsx'
import { TextLink } from '../../shared/ui/TextLink.tsx'
import { AnswerPurchaseDialog } from '../forms/AnswerPurchaseDialog.tsx'

const useStyles = makeStyles({ title: { margin: '0 0 10px', fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold } })

/** What the customer bought itself on this partner's bill, and what waits for the partner's yes. */
export function CustomerPurchases({ customerId }: { customerId: string }) {
  const { t } = useText()
  const styles = useStyles()
  const mayRead = useCan()('purchasePermission.read')
  const board = useQuery({ ...boardQuery(customerId), enabled: mayRead }).data
  const [asked, setAsked] = useState<{ purchase: OwnPurchase; answer: 'approve' | 'decline' } | null>(null)
  // Where nothing was ever permitted there is nothing to be seen.
  if (mayRead && !board?.kinds.some(({ permission, last }) => permission !== null || last !== null)) return null
  return (
    <section>
      <h2 className={styles.title}>{t('ownPurchases.ofCustomer')}</h2>
      <PurchaseTable
        customerId={customerId}
        emptyText={t('ownPurchases.emptyOfCustomer')}
        nameOf={({ offerName, subscriptionId }) => (subscriptionId === null ? offerName : <TextLink href={paths.partner.customerSubscription(customerId, subscriptionId)}>{offerName}</TextLink>)}
        actsOf={(purchase) => <Details purchase={purchase} onAnswer={(answer) => setAsked({ purchase, answer })} />}
      />
      {asked && <AnswerPurchaseDialog {...asked} onClose={() => setAsked(null)} />}
    </section>
  )
}

function Details({ purchase, onAnswer }: { purchase: OwnPurchase; onAnswer: (answer: 'approve' | 'decline') => void }) {
  const { t } = useText()
  const formats = useFormats()
  const { term, billingCycle, friendlyName, total, currency, answeredByName, note, status, can } = purchase
  const blocked = (act: 'approve' | 'decline') => (can.includes(act) ? undefined : t('ownPurchases.blocked'))
  return (
    <Stack>
      <KeyValueList
        items={[
          { key: t('subscriptions.termAndCycle'), value: t('subscriptions.plan', { term: t(`subscriptions.term.${term}`), cycle: t(`subscriptions.cycle.${billingCycle}`) }) },
          friendlyName !== null && { key: t('subscriptions.ownName'), value: friendlyName },
          total !== null && { key: t('ownPurchases.total'), value: formats.money(total, currency) },
          answeredByName !== null && { key: t('ownPurchases.answeredBy'), value: answeredByName },
          note !== null && { key: t('ownPurchases.note'), value: note },
        ]}
      />
      {status === 'awaitingApproval' && (
        <Acts>
          <GuardedButton appearance="primary" blockedBecause={blocked('approve')} onClick={() => onAnswer('approve')}>
            {t('ownPurchases.approve')}
          </GuardedButton>
          <GuardedButton blockedBecause={blocked('decline')} onClick={() => onAnswer('decline')}>
            {t('ownPurchases.decline')}
          </GuardedButton>
        </Acts>
      )}
    </Stack>
  )
}
