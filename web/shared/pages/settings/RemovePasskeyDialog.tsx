import { api } from '../../api/api.ts'
import { describeProblem } from '../../api/describe-problem.ts'
import { useRenewSession } from '../../api/session.ts'
import { useAct } from '../../api/use-act.ts'
import { useText } from '../../language/LanguageProvider.tsx'
import { type Passkey, passkeysKey } from '../../passkeys/passkeys-api.ts'
import { BulletList } from '../../ui/BulletList.tsx'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { useNotify } from '../../ui/Toasts.tsx'
import { meKey } from './settings-api.ts'

export function RemovePasskeyDialog({ passkey: { id, name }, onClose }: { passkey: Passkey; onClose: () => void }) {
  const texts = useText()
  const { t } = texts
  const notify = useNotify()
  const renew = useRenewSession()
  const remove = useAct({
    send: async () => {
      await api.delete(`/me/passkeys/${id}`)
      await renew()
    },
    changes: [passkeysKey, meKey],
    onDone: () => {
      notify.done(t('passkeys.removed', { name }))
      onClose()
    },
  })
  return (
    <ConfirmDialog
      isOpen
      isDangerous
      title={t('passkeys.removeTitle', { name })}
      confirmLabel={t('passkeys.remove')}
      isWorking={remove.isPending}
      problem={remove.error && describeProblem(remove.error, texts)}
      onConfirm={() => remove.mutate()}
      onCancel={onClose}
    >
      <BulletList items={[t('passkeys.removeStops'), t('passkeys.removeDevice'), t('passkeys.removeCodes')]} />
    </ConfirmDialog>
  )
}
