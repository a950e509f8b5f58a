import { api } from '../../api/api.ts'
import { describeProblem } from '../../api/describe-problem.ts'
import { useAct } from '../../api/use-act.ts'
import { useText } from '../../language/LanguageProvider.tsx'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { BulletList } from '../../ui/BulletList.tsx'
import { useNotify } from '../../ui/Toasts.tsx'
import type { PersonRow } from './people-api.ts'
import { usePeopleSide } from './people-side.tsx'

export function DisablePersonDialog({ person, onClose }: { person: PersonRow; onClose: () => void }) {
  const texts = useText()
  const { t } = texts
  const notify = useNotify()
  const side = usePeopleSide()
  const { displayName: name } = person
  const disable = useAct({
    send: (_: void, idempotencyKey) => api.post(`${side.base}/people/${person.id}/disabling`, { idempotencyKey }),
    changes: [side.key],
    onDone: () => {
      notify.done(t('users.disabled', { name }))
      onClose()
    },
  })
  const stops = [t(person.status === 'invited' ? 'users.disableStopsInvitation' : 'users.disableStopsSessions'), t('users.disableKeeps'), t('users.disableUndo')]
  return (
    <ConfirmDialog
      isOpen
      isDangerous
      title={t('users.disableTitle', { name })}
      confirmLabel={t('users.disable')}
      isWorking={disable.isPending}
      problem={disable.error && describeProblem(disable.error, texts)}
      onConfirm={() => disable.mutate()}
      onCancel={onClose}
    >
      <BulletList items={stops} />
    </ConfirmDialog>
  )
}
