import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { CheckmarkCircleRegular, ErrorCircleRegular } from '@fluentui/react-icons'
import { api } from '../../shared/api/api.ts'
import { describeProblem } from '../../shared/api/describe-problem.ts'
import { useAct } from '../../shared/api/use-act.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { paths } from '../../shared/paths.ts'
import { Panel } from '../../shared/ui/Panel.tsx'
import { ProblemBanner } from '../../shared/ui/ProblemBanner.tsx'
import { QuietText } from '../../shared/ui/Stack.tsx'
import { TextLink } from '../../shared/ui/TextLink.tsx'
import { customerKey, type RemovalPreview } from '../parts/customer-api.ts'
import { subscriptionPath } from '../parts/subscription-api.ts'

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'flex', flexDirection: 'column', rowGap: '14px' },
  line: { display: 'flex', columnGap: '8px', alignItems: 'flex-start' },
  bad: { flexShrink: 0, fontSize: '20px', color: tokens.colorStatusDangerForeground1 },
  good: { flexShrink: 0, fontSize: '20px', color: tokens.colorStatusSuccessForeground1 },
  words: { minWidth: 0, flex: '1 1 auto', overflowWrap: 'anywhere' },
  fix: { marginTop: '6px' },
})

type Blocker = RemovalPreview['blockers'][number]

/** What must be settled first, each with the click that settles it [S0.L3.2]; an empty list says that it is empty. */
export function Blockers({ customerId, blockers, note }: { customerId: string; blockers: RemovalPreview['blockers']; note: string }) {
  const styles = useStyles()
  const { t } = useText()
  return (
    <Panel title={t('customerAccount.blockers')}>
      {blockers.length === 0 ? (
        <div className={styles.line}>
          <CheckmarkCircleRegular className={styles.good} aria-hidden="true" />
          <QuietText>{note}</QuietText>
        </div>
      ) : (
        <ul className={styles.list}>
          {blockers.map((blocker) => (
            <li key={`${blocker.reasonCode} ${blocker.subscription?.subscriptionId}`} className={styles.line}>
              <ErrorCircleRegular className={styles.bad} aria-hidden="true" />
              <div className={styles.words}>
                {blocker.subscription ? <SubscriptionBlocker customerId={customerId} reasonText={blocker.reasonText} subscription={blocker.subscription} /> : blocker.reasonText}
              </div>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}

function SubscriptionBlocker({ customerId, reasonText, subscription }: { customerId: string; reasonText: string; subscription: NonNullable<Blocker['subscription']> }) {
  const styles = useStyles()
  const texts = useText()
  const { t } = texts
  const { subscriptionId, name, quantity, fix, cancellableUntil } = subscription
  const act = useAct({
    send: (_: void, idempotencyKey) =>
      api.post(`${subscriptionPath(customerId, subscriptionId)}/${fix === 'cancel' ? 'cancellation' : 'suspension'}`, { body: fix === 'cancel' ? {} : { because: 'customerRequest' }, idempotencyKey }),
    changes: [customerKey(customerId)],
  })
  const label = t(fix === 'cancel' ? 'subscriptions.fixCancel' : 'subscriptions.fixSuspend')
  return (
    <>
      <ProblemBanner problem={act.error && !act.isPending ? describeProblem(act.error, texts) : null} />
      <TextLink href={paths.partner.customerSubscription(customerId, subscriptionId)}>{t('subscriptions.blockerName', { name, count: quantity })}</TextLink>
      <div>
        {reasonText} {cancellableUntil !== null && t('subscriptions.blockerCosts')}
      </div>
      {fix !== null && (
        <Button size="small" className={styles.fix} aria-label={`${label}: ${name}`} disabledFocusable={act.isPending} onClick={() => !act.isPending && act.mutate()}>
          {label}
        </Button>
      )}
    </>
  )
}
