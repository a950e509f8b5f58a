import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useFormats, useText } from '../../shared/language/LanguageProvider.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { StatusBadge } from '../../shared/ui/StatusBadge.tsx'
import type { Offer } from './subscription-api.ts'
import { usePlanName } from './use-plan-name.ts'
import { useSeatsHint } from './use-seats-hint.ts'

const useStyles = makeStyles({
  quiet: { margin: '0 0 8px', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere' },
  plans: { margin: 0, padding: 0, listStyleType: 'none' },
  plan: { display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', gap: '0 16px', lineHeight: tokens.lineHeightBase400 },
  amount: { fontVariantNumeric: 'tabular-nums', fontWeight: tokens.fontWeightSemibold },
})

/** One offer with its plans and limits; an add-on without a base says what it waits for. */
export function OfferPanel({ offer, isBlocked, needsBase, onChoose }: { offer: Offer; isBlocked: boolean; needsBase: boolean; onChoose: () => void }) {
  const styles = useStyles()
  const { t } = useText()
  const formats = useFormats()
  const seatsHint = useSeatsHint()
  const planName = usePlanName()
  const limits = seatsHint(offer)
  return (
    <Panel
      title={offer.title}
      acts={
        <Button aria-label={t('subscriptions.chooseName', { name: offer.title })} disabledFocusable={isBlocked} onClick={isBlocked ? undefined : onChoose}>
          {t('subscriptions.choose')}
        </Button>
      }
    >
      <p className={styles.quiet}>
        {[offer.productTitle, offer.publisher, offer.serviceName, t(`subscriptions.generation.${offer.generation}`)].filter(Boolean).join(' · ')}
        {' · '}
        {limits} {offer.isOwned && t('subscriptions.isOwned')}
      </p>
      {needsBase && <p className={styles.quiet}>{t('subscriptions.needsBase')}</p>}
      {offer.isTrial && <StatusBadge tone="accent">{t('subscriptions.trial')}</StatusBadge>}
      <ul className={styles.plans}>
        {offer.plans.map((plan) => (
          <li key={`${plan.term} ${plan.billingCycle}`} className={styles.plan}>
            <span>{planName(plan)}</span>
            <span className={styles.amount}>{plan.unitPrice === null ? '–' : formats.money(plan.unitPrice, plan.currency)}</span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
