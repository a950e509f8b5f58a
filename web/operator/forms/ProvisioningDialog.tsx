import { Field, Textarea } from '@fluentui/react-components'
import { useState } from 'react'
import { api } from '../../shared/api/api.ts'
import { describeProblem } from '../../shared/api/describe-problem.ts'
import { useAct } from '../../shared/api/use-act.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { ConfirmDialog } from '../../shared/ui/ConfirmDialog.tsx'
import { QuietText, Stack } from '../../shared/ui/Stack.tsx'
import { useNotify } from '../../shared/ui/Toasts.tsx'
import { provisioningKey, type Waiting } from '../parts/catalogue-api.ts'

type ProvisioningDialogProps = { act: 'fulfilment' | 'refusal'; waiting: Waiting; onClose: () => void }

/** It is there, or it cannot be had and why. */
export function ProvisioningDialog({ act: kind, waiting, onClose }: ProvisioningDialogProps) {
  const texts = useText()
  const { t } = texts
  const notify = useNotify()
  const [note, setNote] = useState('')
  const isRefusal = kind === 'refusal'
  const names = { offer: waiting.offerName, customer: waiting.customerName, partner: waiting.partnerName }
  const act = useAct({
    send: (_: void, idempotencyKey) => api.post(`/operator/provisioning/${waiting.subscriptionId}/${kind}`, { body: isRefusal ? { note: note.trim() } : {}, idempotencyKey }),
    changes: [provisioningKey],
    onDone: () => {
      notify.done(t(isRefusal ? 'catalogue.refused' : 'catalogue.fulfilled'))
      onClose()
    },
  })
  return (
    <ConfirmDialog
      isOpen
      isDangerous={isRefusal}
      title={isRefusal ? t('catalogue.refuse') : t('catalogue.fulfilTitle', names)}
      confirmLabel={t(isRefusal ? 'catalogue.refuse' : 'catalogue.fulfil')}
      blockedBecause={isRefusal && note.trim() === '' ? t('catalogue.refuseWhy') : undefined}
      isWorking={act.isPending}
      problem={act.error && !act.isPending ? describeProblem(act.error, texts) : null}
      onConfirm={() => act.mutate()}
      onCancel={onClose}
    >
      <Stack>
        <QuietText>{t(isRefusal ? 'catalogue.refuseText' : 'catalogue.fulfilText', names)}</QuietText>
        {isRefusal && (
          <Field label={t('catalogue.refuseWhy')} required>
            <Textarea value={note} rows={3} maxLength={1000} resize="vertical" onChange={(_, { value }) => setNote(value)} />
          </Field>
        )}
      </Stack>
    </ConfirmDialog>
  )
}
