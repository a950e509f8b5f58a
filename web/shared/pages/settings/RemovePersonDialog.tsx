import { api } from '../../api/api.ts'
import { describeProblem } from '../../api/describe-problem.ts'
import { useAct } from '../../api/use-act.ts'
import { useText } from '../../language/LanguageProvider.tsx'
import { BulletList } from '../../ui/BulletList.tsx'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { useNotify } from '../../ui/Toasts.tsx'
import type { PersonRow } from './people-api.ts'
import { usePeopleSide } from './people-side.tsx'

/** For a colleague who left for good; disabling is what can be undone. */
export function RemovePersonDialog({ person, onClose }: { person: PersonRow; onClose: () => void }) {
  const texts = useText()
  const { t } = texts
  const notify = useNotify()
  const side = usePeopleSide()
  const { displayName: name } = person
  const remove = useAct({
    send: (_: void, idempotencyKey) => api.post(`${side.base}/people/${person.id}/removal`, { idempotencyKey }),
    changes: [side.key],
    onDone: () => {
      notify.done(t('users.removed', { name }))
      onClose()
    },
  })
  return (
    <ConfirmDialog
      isOpen
      isDangerous
      title={t('users.removeTitle', { name })}
      confirmLabel={t('users.removeSubmit')}
      isWorking={remove.isPending}
      problem={remove.error && describeProblem(remove.error, texts)}
      onConfirm={() => remove.mutate()}
      onCancel={onClose}
    >
      <BulletList items={[t('users.removeStops'), t('users.removeKeeps'), t('users.removeBegun'), t('users.removeFinal')]} />
    </ConfirmDialog>
  )
}
