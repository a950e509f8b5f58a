import { makeStyles, tokens } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useFormats, useText } from '../../shared/language/LanguageProvider.tsx'
import { paths } from '../../shared/paths.ts'
import { CopyableId } from '../../shared/ui/CopyableId.tsx'
import { DateText } from '../../shared/ui/DateText.tsx'
import { KeyValueList, type KeyValue } from '../../shared/ui/KeyValueList.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { QuietText, Stack } from '../../shared/ui/Stack.tsx'
import { TextLink } from '../../shared/ui/TextLink.tsx'
import { type Charge, type Subscription, subscriptionQuery } from './subscription-api.ts'
import { usePlanName } from './use-plan-name.ts'

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'flex', flexDirection: 'column', rowGap: '12px' },
  line: { display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', gap: '2px 16px', lineHeight: tokens.lineHeightBase300 },
  what: { minWidth: 0, flex: '1 1 200px' },
  quiet: { display: 'block', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  amount: { fontVariantNumeric: 'tabular-nums', fontWeight: tokens.fontWeightSemibold },
})

export function SubscriptionFacts({ customerId, subscription, acts }: { customerId: string; subscription: Subscription; acts: ReactNode }) {
  const { t } = useText()
  const formats = useFormats()
  return (
    <Panel title={t('subscriptions.facts')}>
      <Stack>
        <KeyValueList
          items={[
            subscription.friendlyName !== null && { key: t('subscriptions.offer'), value: subscription.offerName },
            { key: t('subscriptions.quantity'), value: formats.number(subscription.quantity) },
            ...useContractFacts(subscription),
            ...useEndFacts(subscription),
            subscription.serviceName !== null && { key: t('subscriptions.service'), value: subscription.serviceName },
            subscription.isBoughtByCustomer && { key: t('subscriptions.boughtBy'), value: t('subscriptions.boughtByCustomer') },
            subscription.resellerName !== null && { key: t('subscriptions.resellerOnRecord'), value: subscription.resellerName },
            subscription.parentSubscriptionId !== null && { key: t('subscriptions.base'), value: <BaseLink customerId={customerId} subscriptionId={subscription.parentSubscriptionId} /> },
            subscription.replacesSubscriptionId !== null && { key: t('subscriptions.replaces'), value: <TextLink href={paths.partner.customerSubscription(customerId, subscription.replacesSubscriptionId)}>{t('subscriptions.replacesLink')}</TextLink> },
            { key: t('subscriptions.subscriptionId'), value: <CopyableId id={subscription.subscriptionId} what={t('subscriptions.theId')} /> },
          ]}
        />
        {acts}
      </Stack>
    </Panel>
  )
}

/** By its own name as soon as that is read. */
function BaseLink(base: { customerId: string; subscriptionId: string }) {
  const { t } = useText()
  const { customerId, subscriptionId } = base
  const read = useQuery(subscriptionQuery(customerId, subscriptionId)).data?.value
  return <TextLink href={paths.partner.customerSubscription(customerId, subscriptionId)}>{read ? (read.friendlyName ?? read.offerName) : t('subscriptions.name')}</TextLink>
}

type Facts = (KeyValue | false)[]

function useContractFacts({ price, ...subscription }: Subscription): Facts {
  const { t } = useText()
  const formats = useFormats()
  const planName = usePlanName()
  return [
    price !== null && {
      key: t('subscriptions.price'),
      value: t('subscriptions.priceLine', { unit: formats.money(price.unitPrice, price.currency), total: formats.money(price.perCycle, price.currency) }),
    },
    { key: t('subscriptions.termAndCycle'), value: planName(subscription) },
    { key: t('subscriptions.contract'), value: t(`subscriptions.generation.${subscription.generation}`) },
    subscription.startedAt !== null && { key: t('subscriptions.started'), value: <DateText at={subscription.startedAt} /> },
    subscription.termEndsAt !== null && { key: t('subscriptions.termEnds'), value: <DateText at={subscription.termEndsAt} as="deadline" /> },
    subscription.cycleEndsAt !== null && subscription.cycleEndsAt !== subscription.termEndsAt && { key: t('subscriptions.cycleEnds'), value: <DateText at={subscription.cycleEndsAt} as="deadline" /> },
    subscription.status !== 'deleted' && { key: t('subscriptions.renews'), value: t(subscription.autoRenew ? 'subscriptions.yes' : 'subscriptions.no') },
  ]
}

function useEndFacts(subscription: Subscription): Facts {
  const { t, has } = useText()
  const { status, suspendedBecause, deletesAt, cancellableUntil, endedAt, endNote } = subscription
  const because = `subscriptions.because.${suspendedBecause}`
  return [
    cancellableUntil !== null && { key: t('subscriptions.cancellable'), value: <DateText at={cancellableUntil} as="deadline" /> },
    status === 'suspended' && has(because) && { key: t('subscriptions.because'), value: t(because as 'subscriptions.because.fraud') },
    status === 'suspended' && { key: t('subscriptions.deletes'), value: deletesAt === null ? t('subscriptions.deletesUnknown') : <DateText at={deletesAt} as="deadline" /> },
    endedAt !== null && { key: t('subscriptions.endedOn'), value: <DateText at={endedAt} as="deadline" /> },
    endNote !== null && { key: t('subscriptions.endNote'), value: endNote },
  ]
}

/** Every charge and credit so far, latest first: what the next statement will say of it. */
export function SubscriptionCharges({ subscription: { charges, price } }: { subscription: Subscription }) {
  const { t } = useText()
  const styles = useStyles()
  if (price === null) return <Panel title={t('subscriptions.charges')}>{<QuietText>{t('subscriptions.priceHidden')}</QuietText>}</Panel>
  return (
    <Panel title={t('subscriptions.charges')}>
      {charges.length === 0 ? (
        <QuietText>{t('subscriptions.noCharges')}</QuietText>
      ) : (
        <ul className={styles.list}>
          {charges.map((charge) => (
            <ChargeLine key={charge.number} charge={charge} currency={price.currency} />
          ))}
        </ul>
      )}
    </Panel>
  )
}

function ChargeLine({ charge: { kind, quantityBefore, quantityAfter, amount, at }, currency }: { charge: Charge; currency: string }) {
  const { t } = useText()
  const styles = useStyles()
  const formats = useFormats()
  return (
    <li className={styles.line}>
      <span className={styles.what}>
        {t(`subscriptions.charge.${kind}`, { before: quantityBefore, after: quantityAfter })}
        <span className={styles.quiet}>
          <DateText at={at} as="dateTime" />
        </span>
      </span>
      <span className={styles.amount}>{formats.money(amount, currency)}</span>
    </li>
  )
}
