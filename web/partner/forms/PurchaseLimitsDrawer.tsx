import { Button, Checkbox, Field } from '@fluentui/react-components'
import { useState } from 'react'
import type { PurchaseKind } from '../../../src/domain/own-purchases/purchase-permission.ts'
import { api } from '../../shared/api/api.ts'
import { useAct } from '../../shared/api/use-act.ts'
import { Form } from '../../shared/form/Form.tsx'
import { useForm } from '../../shared/form/use-form.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { type Permission, permissionsKey } from '../../shared/pages/own-purchases/purchase-api.ts'
import { FormDrawer } from '../../shared/ui/FormDrawer.tsx'
import { TextField } from '../../shared/ui/FormField.tsx'
import { QuietText } from '../../shared/ui/Stack.tsx'
import { useNotify } from '../../shared/ui/Toasts.tsx'

type Limits = Record<'mostEach' | 'mostMonthly', string>
type PurchaseLimitsDrawerProps = { customerId: string; kind: PurchaseKind; permission: Permission | null; currency: string | null; onClose: () => void }

/** Switches a kind on with its limits, or sets others. */
export function PurchaseLimitsDrawer({ customerId, kind, permission, currency, onClose }: PurchaseLimitsDrawerProps) {
  const { t } = useText()
  const notify = useNotify()
  const labels = { mostEach: t('ownPurchases.mostEach'), mostMonthly: t('ownPurchases.mostMonthly') }
  const form = useForm({ initial: { mostEach: permission?.mostEach ?? '', mostMonthly: permission?.mostMonthly ?? '' }, labels, check: (values) => wrongOf(values, t('ownPurchases.amountWrong')) })
  const [needsApproval, setNeedsApproval] = useState(permission?.needsApproval ?? false)
  const [alerts, setAlerts] = useState(permission?.alerts ?? false)
  const act = useAct({
    send: (_: void, idempotencyKey) => {
      const body = { ...filled(form.values), needsApproval, alerts }
      const path = `/customers/${customerId}/purchase-permissions`
      return permission ? api.put(`${path}/${permission.permissionId}`, { body, ifMatch: `"${permission.version}"` }) : api.post(path, { body: { kind, ...body }, idempotencyKey })
    },
    changes: [permissionsKey],
    onDone: () => {
      notify.done(t(permission ? 'ownPurchases.changed' : 'ownPurchases.switchedOn'))
      onClose()
    },
  })
  return (
    <FormDrawer title={t('ownPurchases.limitsOf', { kind: t(`ownPurchases.kind.${kind}`) })} intro={t('ownPurchases.limitsText')} onClose={onClose}>
      <Form form={form} act={act} onSubmit={() => act.mutate()} submitLabel={t(permission ? 'ownPurchases.save' : 'ownPurchases.switchOn')} besideSubmit={<Button onClick={onClose}>{t('shell.cancel')}</Button>}>
        {currency === null ? (
          <QuietText>{t('ownPurchases.noCurrency')}</QuietText>
        ) : (
          <>
            <TextField field={form.field('mostEach')} label={labels.mostEach} hint={t('ownPurchases.amountHint', { currency })} inputMode="decimal" maxLength={20} />
            <TextField field={form.field('mostMonthly')} label={labels.mostMonthly} hint={t('ownPurchases.monthHint', { currency })} inputMode="decimal" maxLength={20} />
          </>
        )}
        <Field hint={t('ownPurchases.needsApprovalHint')}>
          <Checkbox checked={needsApproval} onChange={(_, { checked }) => setNeedsApproval(checked === true)} label={t('ownPurchases.needsApproval')} />
        </Field>
        {!needsApproval && (
          <Field hint={t('ownPurchases.alertsHint')}>
            <Checkbox checked={alerts} onChange={(_, { checked }) => setAlerts(checked === true)} label={t('ownPurchases.alerts')} />
          </Field>
        )}
      </Form>
    </FormDrawer>
  )
}

const plain = (text: string) => text.trim().replace(',', '.')

/** What is no amount at all; whether its currency has such decimals the server says. */
function wrongOf(values: Limits, text: string): Partial<Limits> {
  const wrong = Object.entries(values).filter(([, value]) => value.trim() !== '' && !/^[0-9]{1,15}([.][0-9]{1,4})?$/.test(plain(value)))
  return Object.fromEntries(wrong.map(([name]) => [name, text]))
}

/** An empty field is no limit; a comma is what people of many countries type for the decimals. */
function filled(values: Limits): Partial<Limits> {
  return Object.fromEntries(Object.entries(values).flatMap(([name, text]) => (text.trim() === '' ? [] : [[name, plain(text)]])))
}
