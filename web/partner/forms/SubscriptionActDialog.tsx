import { Field, Select } from '@fluentui/react-components'
import { useState } from 'react'
import { api } from '../../shared/api/api.ts'
import { describeProblem } from '../../shared/api/describe-problem.ts'
import { useAct } from '../../shared/api/use-act.ts'
import { useFormats, useText } from '../../shared/language/LanguageProvider.tsx'
import { ConfirmDialog } from '../../shared/ui/ConfirmDialog.tsx'
import { QuietText, Stack } from '../../shared/ui/Stack.tsx'
import { useNotify } from '../../shared/ui/Toasts.tsx'
import { customerKey } from '../parts/customer-api.ts'
import { subscriptionPath, type Subscription } from '../parts/subscription-api.ts'

export type DialogAct = 'suspension' | 'reactivation' | 'cancellation' | 'autoRenew'
type SubscriptionActDialogProps = { act: DialogAct; customerId: string; subscription: Subscription; etag: string; onClose: () => void }

const reasons = ['customerRequest', 'nonPayment', 'fraud'] as const

/** Says what an act does before it is done. */
export function SubscriptionActDialog({ act: kind, customerId, subscription, etag, onClose }: SubscriptionActDialogProps) {
  const texts = useText()
  const { t } = texts
  const notify = useNotify()
  const [because, setBecause] = useState<string>('customerRequest')
  const path = subscriptionPath(customerId, subscription.subscriptionId)
  const words = useWords(kind, subscription)
  const act = useAct({
    send: (_: void, idempotencyKey) =>
      kind === 'autoRenew'
        ? api.put(`${path}/auto-renewal`, { body: { autoRenew: !subscription.autoRenew }, ifMatch: etag })
        : api.post(`${path}/${kind}`, { body: kind === 'suspension' ? { because } : {}, idempotencyKey }),
    changes: [customerKey(customerId)],
    onDone: () => {
      notify.done(t('subscriptions.done'))
      onClose()
    },
  })
  return (
    <ConfirmDialog
      isOpen
      isDangerous={kind === 'suspension' || kind === 'cancellation'}
      title={words.title}
      confirmLabel={words.title}
      isWorking={act.isPending}
      problem={act.error && !act.isPending ? describeProblem(act.error, texts) : null}
      onConfirm={() => act.mutate()}
      onCancel={onClose}
    >
      <Stack>
        <QuietText>{words.text}</QuietText>
        {kind === 'suspension' && (
          <Field label={t('subscriptions.because')}>
            <Select value={because} onChange={(_, { value }) => setBecause(value)}>
              {reasons.map((reason) => (
                <option key={reason} value={reason}>
                  {t(`subscriptions.because.${reason}`)}
                </option>
              ))}
            </Select>
          </Field>
        )}
      </Stack>
    </ConfirmDialog>
  )
}

function useWords(kind: DialogAct, { friendlyName, offerName, status, autoRenew, termEndsAt }: Subscription): { title: string; text: string } {
  const { t } = useText()
  const formats = useFormats()
  const name = friendlyName ?? offerName
  switch (kind) {
    case 'suspension':
      return { title: t('subscriptions.suspend'), text: t('subscriptions.suspendText', { name }) }
    case 'reactivation':
      return { title: t('subscriptions.reactivate'), text: t('subscriptions.reactivateText', { name }) }
    case 'cancellation':
      return status === 'pending' ? { title: t('subscriptions.withdraw'), text: t('subscriptions.withdrawText', { name }) } : { title: t('subscriptions.cancel'), text: t('subscriptions.cancelText', { name }) }
    case 'autoRenew':
      return autoRenew
        ? { title: t('subscriptions.renewOff'), text: t('subscriptions.renewOffText', { date: termEndsAt === null ? '' : formats.deadline(termEndsAt) }) }
        : { title: t('subscriptions.renewOn'), text: t('subscriptions.renewOnText') }
  }
}
