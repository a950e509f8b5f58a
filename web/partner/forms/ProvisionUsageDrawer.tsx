import { Button, Checkbox, Field, Input } from '@fluentui/react-components'
import { useState } from 'react'
import { api } from '../../shared/api/api.ts'
import { describeProblem } from '../../shared/api/describe-problem.ts'
import { useAct } from '../../shared/api/use-act.ts'
import { FittingSelect } from '../../shared/form/FittingSelect.tsx'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { FormDrawer } from '../../shared/ui/FormDrawer.tsx'
import { ProblemBanner } from '../../shared/ui/ProblemBanner.tsx'
import { Acts, Stack } from '../../shared/ui/Stack.tsx'
import { useNotify } from '../../shared/ui/Toasts.tsx'
import { usageKey, type UsagePage } from '../parts/usage-api.ts'

type ProvisionUsageDrawerProps = { customerId: string; plans: UsagePage['plans']; onClose: () => void }

/** A new usage subscription under a plan; it says beforehand who becomes its owner [S0.L1.11]. */
export function ProvisionUsageDrawer({ customerId, plans, onClose }: ProvisionUsageDrawerProps) {
  const texts = useText()
  const { t } = texts
  const notify = useNotify()
  const [name, setName] = useState('')
  const [planId, setPlanId] = useState(plans[0]!.planId)
  const [resellerOwns, setResellerOwns] = useState(false)
  const [isMissing, setMissing] = useState(false)
  const reseller = plans.find((plan) => plan.planId === planId)?.resellerName ?? null
  const act = useAct({
    send: (_: void, idempotencyKey) =>
      api.post(`/customers/${customerId}/usage-subscriptions`, { body: { planId, name: name.trim(), resellerOwns: reseller !== null && resellerOwns }, idempotencyKey }),
    changes: [usageKey(customerId)],
    onDone: () => {
      notify.done(t('usage.provisioned'))
      onClose()
    },
  })
  return (
    <FormDrawer title={t('usage.provision')} intro={t('usage.provisionIntro')} onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          setMissing(name.trim() === '')
          if (name.trim() !== '' && !act.isPending) act.mutate()
        }}
      >
        <Stack>
          <ProblemBanner problem={act.error && !act.isPending ? describeProblem(act.error, texts) : null} />
          <Field label={t('usage.plan')}>
            <FittingSelect value={planId} onChange={(_, { value }) => setPlanId(value)}>
              {plans.map((plan) => (
                <option key={plan.planId} value={plan.planId}>
                  {[plan.name, plan.resellerName].filter(Boolean).join(' · ')}
                </option>
              ))}
            </FittingSelect>
          </Field>
          <Field label={t('usage.name')} hint={t('usage.nameHint')} required validationState={isMissing ? 'error' : 'none'} validationMessage={isMissing ? t('usage.nameMissing') : undefined}>
            <Input value={name} maxLength={100} autoComplete="off" onChange={(_, { value }) => setName(value)} />
          </Field>
          {reseller !== null && (
            <Field hint={t('usage.resellerOwnsHint')}>
              <Checkbox checked={resellerOwns} onChange={(_, { checked }) => setResellerOwns(checked === true)} label={t('usage.resellerOwns', { name: reseller })} />
            </Field>
          )}
          <Acts>
            <Button type="submit" appearance="primary" disabledFocusable={act.isPending}>
              {t('usage.provision')}
            </Button>
            <Button onClick={onClose}>{t('shell.cancel')}</Button>
          </Acts>
        </Stack>
      </form>
    </FormDrawer>
  )
}
