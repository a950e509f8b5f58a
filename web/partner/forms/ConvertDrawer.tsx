import { Button, Field, Input, MessageBar, MessageBarBody, Select } from '@fluentui/react-components'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../shared/api/api.ts'
import { describeProblem } from '../../shared/api/describe-problem.ts'
import { useAct } from '../../shared/api/use-act.ts'
import { useFormats, useText } from '../../shared/language/LanguageProvider.tsx'
import { paths } from '../../shared/paths.ts'
import { Loaded } from '../../shared/portal/Loaded.tsx'
import { FormDrawer } from '../../shared/ui/FormDrawer.tsx'
import { useFollow } from '../../shared/ui/LinkProvider.tsx'
import { ProblemBanner } from '../../shared/ui/ProblemBanner.tsx'
import { Acts, QuietText, Stack } from '../../shared/ui/Stack.tsx'
import { useNotify } from '../../shared/ui/Toasts.tsx'
import { customerKey } from '../parts/customer-api.ts'
import { OrderPreviewView } from '../parts/OrderPreviewView.tsx'
import { type ConversionList, conversionsQuery, type OrderPreview, type PlacedOrder, type Subscription } from '../parts/subscription-api.ts'
import { usePlanName } from '../parts/use-plan-name.ts'
import { useSeatsHint } from '../parts/use-seats-hint.ts'

type ConvertDrawerProps = { customerId: string; subscription: Subscription; onClose: () => void }

/** What it may become, what that costs and gives back, and the order of it; until that is there, everything stays as it is. */
export function ConvertDrawer({ customerId, subscription, onClose }: ConvertDrawerProps) {
  const { t } = useText()
  const conversions = useQuery(conversionsQuery(customerId, subscription.subscriptionId))
  const name = subscription.friendlyName ?? subscription.offerName
  return (
    <FormDrawer title={t('subscriptions.convert')} intro={t('subscriptions.convertText', { name })} onClose={onClose}>
      <Loaded isPart query={conversions}>
        {({ refusal, items }) =>
          refusal || items.length === 0 ? (
            <QuietText>{refusal ? refusal.reasonText : t('subscriptions.convertNothing')}</QuietText>
          ) : (
            <ConvertForm customerId={customerId} subscription={subscription} offers={items} onClose={onClose} />
          )
        }
      </Loaded>
    </FormDrawer>
  )
}

function ConvertForm({ customerId, subscription, offers, onClose }: ConvertDrawerProps & { offers: ConversionList['items'] }) {
  const texts = useText()
  const { t } = texts
  const formats = useFormats()
  const notify = useNotify()
  const follow = useFollow()
  const queryClient = useQueryClient()
  const choice = useChoice(subscription, offers)
  const { offer, body } = choice
  const preview = useAct<object, OrderPreview>({ send: (line) => api.post(`/customers/${customerId}/order-preview`, { body: { lines: [line] } }) })
  const order = useAct<object, PlacedOrder>({
    send: (line, idempotencyKey) => api.post(`/customers/${customerId}/orders`, { body: { lines: [line], ...(preview.data?.total && { expectedTotal: preview.data.total }) }, idempotencyKey }),
    onDone: () => {
      notify.done(t('subscriptions.ordered'))
      void queryClient.invalidateQueries({ queryKey: customerKey(customerId) })
      onClose()
      follow(paths.partner.customerSubscriptions(customerId))
    },
  })
  const set = (next: Partial<typeof choice.values>) => {
    preview.reset()
    order.reset()
    choice.set(next)
  }
  const credit = preview.data?.lines[0]?.credit
  const isWorking = preview.isPending || order.isPending
  const isPossible = preview.data?.refusal === null && preview.data.lines.every(({ refusal }) => refusal === null)
  const error = order.error ?? preview.error
  return (
    <Stack>
      <ProblemBanner problem={error && !isWorking ? describeProblem(error, texts) : null} />
      <ConvertFields offers={offers} choice={choice} onChange={set} />
      {offer.refusal && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{offer.refusal.reasonText}</MessageBarBody>
        </MessageBar>
      )}
      {preview.data && <OrderPreviewView preview={preview.data} />}
      {isPossible && credit != null && <QuietText>{t('subscriptions.convertCredit', { amount: formats.money(credit, preview.data!.currency ?? 'XXX') })}</QuietText>}
      <Acts>
        {preview.data ? (
          <Button appearance="primary" disabledFocusable={!isPossible || isWorking} onClick={() => isPossible && !isWorking && body && order.mutate(body)}>
            {t('subscriptions.order')}
          </Button>
        ) : (
          <Button appearance="primary" disabledFocusable={!body || offer.refusal !== null || isWorking} onClick={() => body && offer.refusal === null && !isWorking && preview.mutate(body)}>
            {t('subscriptions.preview')}
          </Button>
        )}
        <Button onClick={onClose}>{t('shell.cancel')}</Button>
      </Acts>
    </Stack>
  )
}

type Choice = ReturnType<typeof useChoice>

function ConvertFields({ offers, choice: { values, offer }, onChange }: { offers: ConversionList['items']; choice: Choice; onChange: (next: Partial<Choice['values']>) => void }) {
  const { t } = useText()
  const formats = useFormats()
  const seatsHint = useSeatsHint()
  const planName = usePlanName()
  return (
    <>
      <Field label={t('subscriptions.convertTo')}>
        <Select value={values.item} onChange={(_, { value }) => onChange({ item: value, plan: 0 })}>
          {offers.map(({ catalogItemId, title }) => (
            <option key={catalogItemId} value={catalogItemId}>
              {title}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t('subscriptions.termAndCycle')}>
        <Select value={String(values.plan)} onChange={(_, { value }) => onChange({ plan: Number(value) })}>
          {offer.plans.map((plan, place) => (
            <option key={`${plan.term} ${plan.billingCycle}`} value={place}>
              {planName(plan)}
              {plan.unitPrice === null ? '' : `: ${formats.money(plan.unitPrice, plan.currency)}`}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t('subscriptions.quantity')} hint={seatsHint(offer)}>
        <Input inputMode="numeric" autoComplete="off" maxLength={7} value={values.quantity} onChange={(_, { value }) => onChange({ quantity: value.trim() })} />
      </Field>
    </>
  )
}

/** What is chosen, as the line that the API takes; undefined while a number of licenses is none. */
function useChoice({ subscriptionId, quantity, resellerId }: Subscription, offers: ConversionList['items']) {
  const [values, setValues] = useState({ item: offers[0]!.catalogItemId, plan: 0, quantity: String(quantity) })
  const offer = offers.find(({ catalogItemId }) => catalogItemId === values.item) ?? offers[0]!
  const plan = offer.plans[values.plan] ?? offer.plans[0]!
  const isNumber = /^[1-9][0-9]{0,6}$/.test(values.quantity)
  const body = isNumber ? { catalogItemId: offer.catalogItemId, term: plan.term, billingCycle: plan.billingCycle, quantity: Number(values.quantity), replacesSubscriptionId: subscriptionId, ...(resellerId && { resellerId }) } : undefined
  return { values, offer, body, set: (next: Partial<typeof values>) => setValues((before) => ({ ...before, ...next })) }
}
