import { Field, Textarea } from '@fluentui/react-components'
import { useState } from 'react'
import { api } from '../../shared/api/api.ts'
import { describeProblem } from '../../shared/api/describe-problem.ts'
import { useAct } from '../../shared/api/use-act.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { ConfirmDialog } from '../../shared/ui/ConfirmDialog.tsx'
import { QuietText, Stack } from '../../shared/ui/Stack.tsx'
import { useNotify } from '../../shared/ui/Toasts.tsx'
import { customerKey, customersKey, type Customer } from '../parts/customer-api.ts'

/** The partner keeps the commercial relationship; the customer reads the note. */
export function RefuseEndDialog({ customer, onClose }: { customer: Customer; onClose: () => void }) {
  const texts = useText()
  const { t } = texts
  const notify = useNotify()
  const [note, setNote] = useState('')
  const refuse = useAct({
    send: (_: void, idempotencyKey) =>
      api.post(`/customers/${customer.customerId}/end-answers`, { body: { answer: 'refused', ...(note.trim() && { note: note.trim() }) }, idempotencyKey }),
    changes: [customerKey(customer.customerId), customersKey],
    onDone: () => {
      notify.done(t('customerAccount.endRefused', { name: customer.companyName }))
      onClose()
    },
  })
  return (
    <ConfirmDialog
      isOpen
      title={t('customerAccount.refuseEnd')}
      confirmLabel={t('customerAccount.refuseEnd')}
      isWorking={refuse.isPending}
      problem={refuse.error && describeProblem(refuse.error, texts)}
      onConfirm={() => refuse.mutate()}
      onCancel={onClose}
    >
      <Stack>
        <QuietText>{t('customerAccount.refuseEndText')}</QuietText>
        <Field label={`${t('customerAccount.note')} (${t('form.optionalMark')})`}>
          <Textarea value={note} maxLength={1000} rows={3} resize="vertical" onChange={(_, { value }) => setNote(value)} />
        </Field>
      </Stack>
    </ConfirmDialog>
  )
}
