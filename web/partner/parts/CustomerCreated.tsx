import { Checkbox, MessageBar, MessageBarBody } from '@fluentui/react-components'
import { useState } from 'react'
import { describeProblem } from '../../shared/api/describe-problem.ts'
import { useCan } from '../../shared/api/session.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { paths } from '../../shared/paths.ts'
import { BulletList } from '../../shared/ui/BulletList.tsx'
import { ButtonLink } from '../../shared/ui/ButtonLink.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { ProblemBanner } from '../../shared/ui/ProblemBanner.tsx'
import { Acts, Stack } from '../../shared/ui/Stack.tsx'
import { CredentialsView } from '../../shared/pages/settings/CredentialsView.tsx'
import type { CreatedCustomer } from './new-customer-api.ts'
import type { OrderOutcome } from './new-customer-order.ts'
import { useLeaveGuard } from './use-leave-guard.tsx'

/** The last page: the credentials once [S1.L1.6], and what comes next. It is not left by accident. */
export function CustomerCreated({ created, order }: { created: CreatedCustomer; order: OrderOutcome }) {
  const { t } = useText()
  const can = useCan()
  const [isKept, setKept] = useState(false)
  const guard = useLeaveGuard(() => !isKept, { title: t('newCustomer.leaveTitle'), text: t('newCustomer.leaveText'), leave: t('newCustomer.leave') })
  const { administrator, agreement, signInUrl, customerId, companyName } = created
  const mayLook = can('customer.read')
  return (
    <>
      {guard}
      <Panel title={t('newCustomer.credentials')}>
        <Stack>
          <MessageBar intent="warning" layout="multiline">
            <MessageBarBody>{t('newCustomer.onlyOnce')}</MessageBarBody>
          </MessageBar>
          <CredentialsView credentials={{ ...administrator, signInUrl }} />
          <Checkbox checked={isKept} onChange={(_, { checked }) => setKept(checked === true)} label={t('newCustomer.kept')} />
        </Stack>
      </Panel>
      {order && <OrderResult customerId={customerId} order={order} />}
      <Panel title={t('newCustomer.nextSteps')}>
        <BulletList
          items={[
            t('newCustomer.nextPass', { name: companyName }),
            ...(agreement === 'attested' ? [t('newCustomer.nextAttested')] : []),
            ...(agreement === 'customerIsAsked' ? [t('newCustomer.nextAsked')] : []),
            t('newCustomer.nextPrivileges'),
          ]}
        />
      </Panel>
      <Acts>
        <ButtonLink appearance="primary" href={paths.partner.customers}>
          {t('newCustomer.done')}
        </ButtonLink>
        {mayLook && <ButtonLink href={paths.partner.customerAccount(customerId)}>{t('newCustomer.openAccount')}</ButtonLink>}
      </Acts>
    </>
  )
}

/** Whether the order came through; where it did not, the customer is there all the same, and why. */
function OrderResult({ customerId, order }: { customerId: string; order: NonNullable<OrderOutcome> }) {
  const texts = useText()
  const { t } = texts
  return (
    <Panel title={t('newCustomer.step.subscriptions')}>
      <Stack>
        <MessageBar intent={order.isPlaced ? 'success' : 'warning'} layout="multiline">
          <MessageBarBody>{order.isPlaced ? t('newCustomer.orderPlaced', { count: order.count }) : t('newCustomer.orderRefused')}</MessageBarBody>
        </MessageBar>
        {!order.isPlaced && <ProblemBanner problem={describeProblem(order.error, texts)} />}
        {!order.isPlaced && (
          <Acts>
            <ButtonLink href={paths.partner.customerNewSubscription(customerId)}>{t('subscriptions.addTitle')}</ButtonLink>
          </Acts>
        )}
      </Stack>
    </Panel>
  )
}
