import { Button, Field, Input, Select } from '@fluentui/react-components'
import { useState } from 'react'
import { api } from '../../shared/api/api.ts'
import { describeProblem } from '../../shared/api/describe-problem.ts'
import { useAct } from '../../shared/api/use-act.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { FormDrawer } from '../../shared/ui/FormDrawer.tsx'
import { ProblemBanner } from '../../shared/ui/ProblemBanner.tsx'
import { Acts, Stack } from '../../shared/ui/Stack.tsx'
import { useNotify } from '../../shared/ui/Toasts.tsx'
import { catalogueKey, type Availability, type CatalogueProduct } from '../parts/catalogue-api.ts'

type SetPriceDrawerProps = { product: CatalogueProduct; availability: Availability; onClose: () => void }

const plansOf = ({ prices, isTrial }: Availability) => {
  const usual = isTrial ? ['P30D none'] : ['P1M monthly', 'P1Y monthly', 'P1Y annual', 'P3Y monthly', 'P3Y annual', 'P3Y triennial']
  return [...new Set([...prices.map(({ term, billingCycle }) => `${term} ${billingCycle}`), ...usual])]
}

/** One price from a day on; it takes the place of the one before. */
export function SetPriceDrawer({ product, availability, onClose }: SetPriceDrawerProps) {
  const texts = useText()
  const { t } = texts
  const notify = useNotify()
  const plans = plansOf(availability)
  const [values, setValues] = useState({ plan: plans[0]!, currency: availability.prices[0]?.currency ?? '', unitPrice: '', validFrom: '' })
  const set = (change: Partial<typeof values>) => setValues((before) => ({ ...before, ...change }))
  const [term, billingCycle] = values.plan.split(' ')
  const act = useAct({
    send: (_: void, idempotencyKey) =>
      api.post(`/operator/catalogue/${product.cloud}/${product.productId}/prices`, {
        body: { skuId: availability.skuId, availabilityId: availability.availabilityId, term, billingCycle, currency: values.currency.trim().toUpperCase(), validFrom: values.validFrom, unitPrice: values.unitPrice.trim() || null },
        idempotencyKey,
      }),
    changes: [catalogueKey],
    onDone: () => {
      notify.done(t('catalogue.priceSet'))
      onClose()
    },
  })
  const isComplete = /^[A-Za-z]{3}$/.test(values.currency.trim()) && values.validFrom !== ''
  return (
    <FormDrawer title={t('catalogue.setPrice')} intro={t('catalogue.setPriceIntro')} onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (isComplete && !act.isPending) act.mutate()
        }}
      >
        <Stack>
          <ProblemBanner problem={act.error && !act.isPending ? describeProblem(act.error, texts) : null} />
          <Field label={t('catalogue.plan')}>
            <Select value={values.plan} onChange={(_, { value }) => set({ plan: value })}>
              {plans.map((plan) => (
                <option key={plan} value={plan}>
                  {planText(plan)}
                </option>
              ))}
            </Select>
          </Field>
          <Field label={t('catalogue.currency')} hint={t('catalogue.currencyHint')}>
            <Input value={values.currency} maxLength={3} autoComplete="off" onChange={(_, { value }) => set({ currency: value })} />
          </Field>
          <Field label={t('catalogue.amount')} hint={t('catalogue.amountHint')}>
            <Input value={values.unitPrice} inputMode="decimal" maxLength={20} autoComplete="off" onChange={(_, { value }) => set({ unitPrice: value })} />
          </Field>
          <Field label={t('catalogue.fromDay')}>
            <Input type="date" value={values.validFrom} onChange={(_, { value }) => set({ validFrom: value })} />
          </Field>
          <Acts>
            <Button type="submit" appearance="primary" disabledFocusable={!isComplete || act.isPending}>
              {t('catalogue.setPrice')}
            </Button>
            <Button onClick={onClose}>{t('shell.cancel')}</Button>
          </Acts>
        </Stack>
      </form>
    </FormDrawer>
  )

  function planText(plan: string): string {
    const [one, cycle] = plan.split(' ')
    return t('subscriptions.plan', { term: t(`subscriptions.term.${one as 'P1M'}`), cycle: t(`subscriptions.cycle.${cycle as 'monthly'}`) })
  }
}
