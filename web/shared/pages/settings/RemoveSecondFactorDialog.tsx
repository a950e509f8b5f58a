import { api } from '../../api/api.ts'
import { describeProblem } from '../../api/describe-problem.ts'
import { useAct } from '../../api/use-act.ts'
import { useText } from '../../language/LanguageProvider.tsx'
import { BulletList } from '../../ui/BulletList.tsx'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { useNotify } from '../../ui/Toasts.tsx'
import type { PersonRow } from './people-api.ts'
import { usePeopleSide } from './people-side.tsx'

/** For a colleague who lost both authenticator and recovery codes. */
export function RemoveSecondFactorDialog({ person, onClose }: { person: PersonRow; onClose: () => void }) {
  const texts = useText()
  const { t } = texts
  const notify = useNotify()
  const side = usePeopleSide()
  const { displayName: name } = person
  const remove = useAct({
    send: (_: void, idempotencyKey) => api.post(`${side.base}/people/${person.id}/second-factor-removal`, { idempotencyKey }),
    changes: [side.key],
    onDone: () => {
      notify.done(t('users.secondFactorRemoved', { name }))
      onClose()
    },
  })
  return (
    <ConfirmDialog
      isOpen
      isDangerous
      title={t('users.removeSecondFactorTitle', { name })}
      confirmLabel={t('users.removeSecondFactorSubmit')}
      isWorking={remove.isPending}
      problem={remove.error && describeProblem(remove.error, texts)}
      onConfirm={() => remove.mutate()}
      onCancel={onClose}
    >
      <BulletList items={[t('users.removeSecondFactorFor'), t('users.removeSecondFactorNext'), t('users.disableStopsSessions')]} />
    </ConfirmDialog>
  )
}
