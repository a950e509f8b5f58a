import { api } from '../../api/api.ts'
import { describeProblem } from '../../api/describe-problem.ts'
import { useAct } from '../../api/use-act.ts'
import { useTyped } from '../../form/typed.ts'
import { useText } from '../../language/LanguageProvider.tsx'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { TextAreaField } from '../../ui/FormField.tsx'
import { QuietText, Stack } from '../../ui/Stack.tsx'
import { useNotify } from '../../ui/Toasts.tsx'
import { type HandOver, handOverKey, handOversKey } from './hand-over-api.ts'

/** A no, or taking back one's own yes; with words for the others where one wants. Everything stays as it is. */
export function EndHandOverDialog({ handOver, act: what, onClose }: { handOver: HandOver; act: 'decline' | 'withdraw'; onClose: () => void }) {
  const texts = useText()
  const { t } = texts
  const notify = useNotify()
  const [{ note }, setTyped] = useTyped('endHandOver', { note: '' })
  const act = useAct({
    send: (words: string, idempotencyKey) => api.post(`/hand-overs/${handOver.id}/${what === 'decline' ? 'decline' : 'withdrawal'}`, { idempotencyKey, body: words ? { note: words } : {} }),
    changes: [handOverKey(handOver.id), handOversKey, ['activity']],
    onDone: () => {
      onClose()
      notify.done(t(`handOvers.done.${what}`))
    },
  })
  return (
    <ConfirmDialog
      isOpen
      isDangerous
      title={t(`handOvers.ask.${what}`)}
      confirmLabel={t(`handOvers.act.${what}`)}
      isWorking={act.isPending}
      problem={act.error && !act.isPending ? describeProblem(act.error, texts) : null}
      onConfirm={() => !act.isPending && act.mutate(note.trim())}
      onCancel={onClose}
    >
      <Stack>
        <QuietText>{t('handOvers.nothingChanges')}</QuietText>
        <TextAreaField label={t('handOvers.note')} hint={t('handOvers.noteHint')} maxLength={500} field={{ id: 'hand-over-note', name: 'note', value: note, onChange: (text) => setTyped({ note: text }) }} />
      </Stack>
    </ConfirmDialog>
  )
}
