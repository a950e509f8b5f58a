import { Field, Textarea } from '@fluentui/react-components'
import { useState } from 'react'
import { api } from '../../shared/api/api.ts'
import { describeProblem } from '../../shared/api/describe-problem.ts'
import { useAct } from '../../shared/api/use-act.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import { ConfirmDialog } from '../../shared/ui/ConfirmDialog.tsx'
import { QuietText, Stack } from '../../shared/ui/Stack.tsx'
import { useNotify } from '../../shared/ui/Toasts.tsx'
import { mailBlocksKey, type MailBlockRow } from '../parts/operator-api.ts'

/** Letters go there again; the reason is kept with the event. */
export function RemoveMailBlockDialog({ block, onClose, onRemoved }: { block: MailBlockRow; onClose: () => void; onRemoved?: () => void }) {
  const texts = useText()
  const { t } = texts
  const notify = useNotify()
  const [reason, setReason] = useState('')
  const remove = useAct({
    send: (_: void, idempotencyKey) => api.post(`/operator/mail-blocks/${block.id}/removal`, { body: { reason: reason.trim() }, idempotencyKey }),
    changes: [mailBlocksKey],
    onDone: () => {
      notify.done(t('mailBlocks.removed'))
      onRemoved?.()
      onClose()
    },
  })
  return (
    <ConfirmDialog
      isOpen
      title={t('mailBlocks.removeTitle')}
      confirmLabel={t('mailBlocks.remove')}
      blockedBecause={reason.trim() === '' ? t('form.required') : undefined}
      isWorking={remove.isPending}
      problem={remove.error && describeProblem(remove.error, texts)}
      onConfirm={() => remove.mutate()}
      onCancel={onClose}
    >
      <Stack>
        <QuietText>{t(block.kind === 'optedOut' ? 'mailBlocks.removeOptedOut' : 'mailBlocks.removeUndeliverable')}</QuietText>
        <Field label={t('mailBlocks.reason')} required>
          <Textarea value={reason} rows={3} maxLength={500} resize="vertical" onChange={(_, { value }) => setReason(value)} />
        </Field>
      </Stack>
    </ConfirmDialog>
  )
}
