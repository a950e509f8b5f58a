import { Field, Textarea } from '@fluentui/react-components'
import { useState } from 'react'
import { api } from '../../shared/api/api.ts'
import { describeProblem } from '../../shared/api/describe-problem.ts'
import { useAct } from '../../shared/api/use-act.ts'
import { useFormats, useText } from '../../shared/language/LanguageProvider.tsx'
import { type OwnPurchase, purchasesKey } from '../../shared/pages/own-purchases/purchase-api.ts'
import { ConfirmDialog } from '../../shared/ui/ConfirmDialog.tsx'
import { QuietText, Stack } from '../../shared/ui/Stack.tsx'
import { useNotify } from '../../shared/ui/Toasts.tsx'

type AnswerPurchaseDialogProps = { purchase: OwnPurchase; answer: 'approve' | 'decline'; onClose: () => void }

/** The partner's yes, with what it will pay, or its no with a reason. */
export function AnswerPurchaseDialog({ purchase, answer, onClose }: AnswerPurchaseDialogProps) {
  const texts = useText()
  const { t } = texts
  const formats = useFormats()
  const notify = useNotify()
  const [note, setNote] = useState('')
  const [isMissing, setMissing] = useState(false)
  const { customerId, purchaseId, offerName, quantity, committed, currency } = purchase
  const act = useAct({
    send: (_: void, idempotencyKey) =>
      api.post(`/customers/${customerId}/own-purchases/${purchaseId}/${answer === 'approve' ? 'approval' : 'decline'}`, { body: answer === 'approve' ? {} : { note: note.trim() }, idempotencyKey }),
    changes: [purchasesKey],
    onDone: () => {
      notify.done(t(`ownPurchases.${answer}Done`))
      onClose()
    },
  })
  const confirm = () => {
    const isEmpty = answer === 'decline' && note.trim() === ''
    setMissing(isEmpty)
    if (!isEmpty) act.mutate()
  }
  return (
    <ConfirmDialog
      isOpen
      title={t(`ownPurchases.${answer}Title`)}
      confirmLabel={t(`ownPurchases.${answer}`)}
      isWorking={act.isPending}
      problem={act.error && !act.isPending ? describeProblem(act.error, texts) : null}
      onConfirm={confirm}
      onCancel={onClose}
    >
      <Stack>
        <QuietText>{t(`ownPurchases.${answer}Text`, { name: offerName, count: quantity, amount: committed === null ? '–' : formats.money(committed, currency) })}</QuietText>
        {answer === 'decline' && (
          <Field label={t('ownPurchases.note')} hint={t('ownPurchases.noteHint')} required validationState={isMissing ? 'error' : 'none'} validationMessage={isMissing ? t('form.required') : undefined}>
            <Textarea value={note} maxLength={500} rows={3} onChange={(_, { value }) => setNote(value)} />
          </Field>
        )}
      </Stack>
    </ConfirmDialog>
  )
}
