import { Button, Field, Input } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../shared/api/api.ts'
import { describeProblem } from '../../shared/api/describe-problem.ts'
import { useAct } from '../../shared/api/use-act.ts'
import { useFormats, useText } from '../../shared/language/LanguageProvider.tsx'
import { FormDrawer } from '../../shared/ui/FormDrawer.tsx'
import { ProblemBanner } from '../../shared/ui/ProblemBanner.tsx'
import { Acts, QuietText, Stack } from '../../shared/ui/Stack.tsx'
import { useNotify } from '../../shared/ui/Toasts.tsx'
import { customerKey } from '../parts/customer-api.ts'
import { subscriptionPath, type SeatsPreview, type Subscription } from '../parts/subscription-api.ts'
import { useSeatsHint } from '../parts/use-seats-hint.ts'

type ChangeSeatsDrawerProps = { customerId: string; subscription: Subscription; etag: string; onClose: () => void }

/** Another number of licenses, with what it costs before it is saved: the same judgement decides both. */
export function ChangeSeatsDrawer({ customerId, subscription, etag, onClose }: ChangeSeatsDrawerProps) {
  const texts = useText()
  const { t } = texts
  const notify = useNotify()
  const formats = useFormats()
  const seatsHint = useSeatsHint()
  const [seats, setSeats] = useState(String(subscription.quantity))
  const path = subscriptionPath(customerId, subscription.subscriptionId)
  const quantity = /^[1-9][0-9]{0,7}$/.test(seats) ? Number(seats) : null
  const isOther = quantity !== null && quantity !== subscription.quantity
  const preview = useQuery({
    queryKey: [...customerKey(customerId), 'seats', subscription.subscriptionId, etag, quantity],
    queryFn: ({ signal }) => api.post<SeatsPreview>(`${path}/quantity-preview`, { body: { quantity }, signal }),
    enabled: isOther,
    retry: false,
    staleTime: 0,
  })
  const act = useAct({
    send: () => api.put(`${path}/quantity`, { body: { quantity }, ifMatch: etag }),
    changes: [customerKey(customerId)],
    onDone: () => {
      notify.done(t('subscriptions.done'))
      onClose()
    },
  })
  const refusal = isOther && preview.error ? describeProblem(preview.error, texts) : null
  return (
    <FormDrawer title={t('subscriptions.changeSeats')} intro={subscription.friendlyName ?? subscription.offerName} onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (isOther && !act.isPending) act.mutate()
        }}
      >
        <Stack>
          <ProblemBanner problem={act.error && !act.isPending ? describeProblem(act.error, texts) : null} />
          <Field
            label={t('subscriptions.quantity')}
            hint={[seatsHint(subscription), subscription.seatsMayGoDown ? '' : t('subscriptions.seatsOnlyUp')].join(' ').trim()}
            validationState={refusal ? 'error' : 'none'}
            validationMessage={refusal?.detail ?? undefined}
          >
            <Input inputMode="numeric" autoComplete="off" value={seats} maxLength={8} onChange={(_, { value }) => setSeats(value.trim())} />
          </Field>
          {isOther && preview.data && <QuietText>{costOf(preview.data)}</QuietText>}
          <Acts>
            <Button type="submit" appearance="primary" disabledFocusable={!isOther || refusal !== null || act.isPending}>
              {t('subscriptions.save')}
            </Button>
            <Button onClick={onClose}>{t('shell.cancel')}</Button>
          </Acts>
        </Stack>
      </form>
    </FormDrawer>
  )

  function costOf({ amount, nextCycle, currency }: SeatsPreview): string {
    if (amount === null || nextCycle === null) return t('subscriptions.seatsHidden')
    const isBack = amount.startsWith('-')
    return t(isBack ? 'subscriptions.seatsBack' : 'subscriptions.seatsCost', { amount: formats.money(isBack ? amount.slice(1) : amount, currency), next: formats.money(nextCycle, currency) })
  }
}
