import { api } from '../../api/api.ts'
import { describeProblem } from '../../api/describe-problem.ts'
import { useAct } from '../../api/use-act.ts'
import { useTyped } from '../../form/typed.ts'
import { useText } from '../../language/LanguageProvider.tsx'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { TextAreaField } from '../../ui/FormField.tsx'
import { QuietText, Stack } from '../../ui/Stack.tsx'
import { useNotify } from '../../ui/Toasts.tsx'
import { type Transfer, transferKey, transfersKey } from './transfer-api.ts'

/** A no, or taking back one's own step; with words for the other partner where one wants. */
export function EndTransferDialog({ transfer, act: what, onClose }: { transfer: Transfer; act: 'decline' | 'withdraw'; onClose: () => void }) {
  const texts = useText()
  const { t } = texts
  const notify = useNotify()
  const [{ note }, setTyped] = useTyped('endTransfer', { note: '' })
  const act = useAct({
    send: (words: string, idempotencyKey) => api.post(`/transfers/${transfer.id}/${what === 'decline' ? 'decline' : 'withdrawal'}`, { idempotencyKey, body: words ? { note: words } : {} }),
    changes: [transferKey(transfer.id), transfersKey, ['activity']],
    onDone: () => {
      onClose()
      notify.done(t(`transfers.done.${what}`))
    },
  })
  return (
    <ConfirmDialog
      isOpen
      isDangerous
      title={t(`transfers.ask.${what}`)}
      confirmLabel={t(`transfers.act.${what}`)}
      isWorking={act.isPending}
      problem={act.error && !act.isPending ? describeProblem(act.error, texts) : null}
      onConfirm={() => !act.isPending && act.mutate(note.trim())}
      onCancel={onClose}
    >
      <Stack>
        <QuietText>{t('transfers.nothingChanges')}</QuietText>
        <TextAreaField label={t('transfers.note')} hint={t('transfers.noteHint')} maxLength={500} field={{ id: 'transfer-note', name: 'note', value: note, onChange: (text) => setTyped({ note: text }) }} />
      </Stack>
    </ConfirmDialog>
  )
}
