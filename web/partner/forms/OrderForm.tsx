import { Button } from '@fluentui/react-components'
import { useQueryClient } from '@tanstack/react-query'
import { api } from '../../shared/api/api.ts'
import { describeProblem } from '../../shared/api/describe-problem.ts'
import { ApiProblem, isProblem } from '../../shared/api/problem.ts'
import { useAct } from '../../shared/api/use-act.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { paths } from '../../shared/paths.ts'
import { useFollow } from '../../shared/ui/LinkProvider.tsx'
import { Panel } from '../../shared/ui/Panel.tsx'
import { ProblemBanner } from '../../shared/ui/ProblemBanner.tsx'
import { Acts, QuietText, Stack } from '../../shared/ui/Stack.tsx'
import { useNotify } from '../../shared/ui/Toasts.tsx'
import { cartEtag, cartPath, type CartPreview } from '../parts/cart-api.ts'
import { type ChosenLine, linesToSend } from '../parts/chosen-line.ts'
import { customerKey } from '../parts/customer-api.ts'
import { OrderPreviewView } from '../parts/OrderPreviewView.tsx'
import type { OfferList, PlacedOrder } from '../parts/subscription-api.ts'
import type { CartKeeper } from '../parts/use-cart-keeper.ts'
import { OrderLineFields } from './OrderLineFields.tsx'

type OrderFormProps = { customerId: string; lines: readonly ChosenLine[]; resellers: OfferList['resellers']; keeper: CartKeeper; onChange: (lines: readonly ChosenLine[]) => void; onReload: () => void }

type Shown = { readonly cartId: string; readonly preview: CartPreview }

/** The lines, then what they cost, then the order: what was shown is what is paid, or nothing is ordered. */
export function OrderForm({ customerId, lines, resellers, keeper, onChange, onReload }: OrderFormProps) {
  const texts = useText()
  const { t } = texts
  const isComplete = linesToSend(lines) !== undefined
  const { preview, order } = useOrderActs(customerId, keeper)
  const shown = preview.data
  const change = (next: readonly ChosenLine[]) => {
    preview.reset()
    order.reset()
    onChange(next.map((line) => ({ ...line, refusedBecause: undefined })))
  }
  // The way back changes nothing, and is no new writing.
  const back = () => {
    preview.reset()
    order.reset()
  }
  const error = order.error ?? preview.error ?? keeper.error
  const isWorking = order.isPending || preview.isPending
  const isPossible = shown?.preview.refusal === null && shown.preview.lines.every(({ refusal }) => refusal === null)
  const place = () => shown && order.mutate(shown, { onError: (refusal) => isProblem(refusal, 'orderNotPossible') && preview.mutate() })
  return (
    <Panel title={t('subscriptions.chosen')}>
      <Stack>
        <ProblemBanner problem={error && !isWorking ? describeProblem(error, texts) : null} acts={isProblem(error, 'changedMeanwhile') && <Button onClick={onReload}>{t('carts.reload')}</Button>} />
        {lines.length === 0 && <QuietText>{t('subscriptions.noneChosen')}</QuietText>}
        {!shown &&
          lines.map((line) => (
            <OrderLineFields
              key={line.key}
              line={line}
              lines={lines}
              resellers={resellers}
              onChange={(next) => change(lines.map((one) => (one.key === line.key ? next : one)))}
              onRemove={() => change(lines.filter(({ key }) => key !== line.key))}
            />
          ))}
        {shown && <OrderPreviewView preview={shown.preview} />}
        {lines.length > 0 && (
          <Acts>
            {shown ? (
              <>
                <Button appearance="primary" disabledFocusable={!isPossible || isWorking} onClick={() => isPossible && !isWorking && place()}>
                  {t('subscriptions.order')}
                </Button>
                <Button onClick={back}>{t('subscriptions.changeOrder')}</Button>
              </>
            ) : (
              <Button appearance="primary" disabledFocusable={!isComplete || isWorking} onClick={() => isComplete && !isWorking && preview.mutate()}>
                {t('subscriptions.preview')}
              </Button>
            )}
          </Acts>
        )}
        {lines.length > 0 && <Keeping state={keeper.state} />}
      </Stack>
    </Panel>
  )
}

/** Preview and order of the cart, both of the version that was written last: a colleague's change in between is told, not ordered. */
function useOrderActs(customerId: string, keeper: CartKeeper) {
  const { t } = useText()
  const notify = useNotify()
  const follow = useFollow()
  const queryClient = useQueryClient()
  const preview = useAct<void, Shown>({
    send: async () => {
      const kept = (await keeper.flush())!
      const found = await api.post<CartPreview>(`${cartPath(customerId, kept.cartId)}/preview`, { body: {} })
      if (found.version !== kept.version) throw new ApiProblem(412, { code: 'changedMeanwhile', title: t('carts.changedTitle'), detail: t('carts.changedText') })
      return { cartId: kept.cartId, preview: found }
    },
  })
  const order = useAct<Shown, PlacedOrder>({
    send: ({ cartId, preview: { total, version } }, idempotencyKey) =>
      api.post(`${cartPath(customerId, cartId)}/checkout`, { body: total === null ? {} : { expectedTotal: total }, ifMatch: cartEtag(version), idempotencyKey }),
    onDone: () => {
      notify.done(t('subscriptions.ordered'))
      void queryClient.invalidateQueries({ queryKey: customerKey(customerId) })
      follow(paths.partner.customerSubscriptions(customerId))
    },
  })
  return { preview, order }
}

/** Whether a reload would lose something. */
function Keeping({ state }: Pick<CartKeeper, 'state'>) {
  const { t } = useText()
  return state === 'saving' || state === 'saved' || state === 'incomplete' ? <QuietText>{t(`carts.${state}`)}</QuietText> : null
}
