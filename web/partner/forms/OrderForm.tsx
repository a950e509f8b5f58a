import { Button } from '@fluentui/react-components'
import { useQueryClient } from '@tanstack/react-query'
import { api } from '../../shared/api/api.ts'
import { describeProblem } from '../../shared/api/describe-problem.ts'
import { useAct } from '../../shared/api/use-act.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { paths } from '../../shared/paths.ts'
import { useFollow } from '../../shared/ui/LinkProvider.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { ProblemBanner } from '../../shared/ui/ProblemBanner.tsx'
import { Acts, QuietText, Stack } from '../../shared/ui/Stack.tsx'
import { useNotify } from '../../shared/ui/Toasts.tsx'
import { type ChosenLine, linesToSend } from '../parts/chosen-line.ts'
import { customerKey } from '../parts/customer-api.ts'
import { OrderPreviewView } from '../parts/OrderPreviewView.tsx'
import type { OfferList, OrderPreview, PlacedOrder } from '../parts/subscription-api.ts'
import { OrderLineFields } from './OrderLineFields.tsx'

type OrderFormProps = { customerId: string; lines: readonly ChosenLine[]; resellers: OfferList['resellers']; onChange: (lines: readonly ChosenLine[]) => void }

/** The lines, then what they cost, then the order: what was shown is what is paid, or nothing is ordered. */
export function OrderForm({ customerId, lines, resellers, onChange }: OrderFormProps) {
  const texts = useText()
  const { t } = texts
  const notify = useNotify()
  const follow = useFollow()
  const queryClient = useQueryClient()
  const sent = linesToSend(lines)
  const preview = useAct<object[], OrderPreview>({ send: (body) => api.post(`/customers/${customerId}/order-preview`, { body: { lines: body } }) })
  const order = useAct<void, PlacedOrder>({
    send: (_, idempotencyKey) => api.post(`/customers/${customerId}/orders`, { body: { lines: sent, ...(preview.data?.total && { expectedTotal: preview.data.total }) }, idempotencyKey }),
    onDone: () => {
      notify.done(t('subscriptions.ordered'))
      void queryClient.invalidateQueries({ queryKey: customerKey(customerId) })
      follow(paths.partner.customerSubscriptions(customerId))
    },
  })
  const change = (next: readonly ChosenLine[]) => {
    preview.reset()
    order.reset()
    onChange(next)
  }
  const error = order.error ?? preview.error
  const isWorking = order.isPending || preview.isPending
  const isPossible = preview.data && preview.data.refusal === null && preview.data.lines.every(({ refusal }) => refusal === null)
  return (
    <Panel title={t('subscriptions.chosen')}>
      <Stack>
        <ProblemBanner problem={error && !isWorking ? describeProblem(error, texts) : null} />
        {lines.length === 0 && <QuietText>{t('subscriptions.noneChosen')}</QuietText>}
        {!preview.data &&
          lines.map((line) => (
            <OrderLineFields
              key={line.key}
              line={line}
              resellers={resellers}
              onChange={(next) => change(lines.map((one) => (one.key === line.key ? next : one)))}
              onRemove={() => change(lines.filter(({ key }) => key !== line.key))}
            />
          ))}
        {preview.data && <OrderPreviewView preview={preview.data} />}
        {lines.length > 0 && (
          <Acts>
            {preview.data ? (
              <>
                <Button appearance="primary" disabledFocusable={!isPossible || isWorking} onClick={() => isPossible && !isWorking && order.mutate()}>
                  {t('subscriptions.order')}
                </Button>
                <Button onClick={() => change(lines)}>{t('subscriptions.changeOrder')}</Button>
              </>
            ) : (
              <Button appearance="primary" disabledFocusable={!sent || isWorking} onClick={() => sent && !isWorking && preview.mutate(sent)}>
                {t('subscriptions.preview')}
              </Button>
            )}
          </Acts>
        )}
      </Stack>
    </Panel>
  )
}
