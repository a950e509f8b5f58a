import { api } from '../../shared/api/api.ts'
import { describeProblem } from '../../shared/api/describe-problem.ts'
import { useAct } from '../../shared/api/use-act.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import type { DeviceProfile, DeviceSide } from '../../shared/pages/devices/device-api.ts'
import { ConfirmDialog } from '../../shared/ui/ConfirmDialog.tsx'
import { QuietText } from '../../shared/ui/Stack.tsx'
import { useNotify } from '../../shared/ui/Toasts.tsx'

export function DeleteProfileDialog({ side, profile, onClose }: { side: DeviceSide; profile: DeviceProfile; onClose: () => void }) {
  const texts = useText()
  const { t } = texts
  const notify = useNotify()
  const act = useAct({
    send: () => api.delete(`${side.base}/device-profiles/${profile.profileId}`, { ifMatch: `"${profile.version}"` }),
    changes: [side.key],
    onDone: () => {
      notify.done(t('devices.profileDeleted'))
      onClose()
    },
  })
  return (
    <ConfirmDialog
      isOpen
      isDangerous
      title={t('devices.deleteProfileTitle', { name: profile.name })}
      confirmLabel={t('devices.deleteProfile')}
      isWorking={act.isPending}
      problem={act.error && !act.isPending ? describeProblem(act.error, texts) : null}
      onConfirm={() => act.mutate()}
      onCancel={onClose}
    >
      <QuietText>{t('devices.deleteProfileText')}</QuietText>
    </ConfirmDialog>
  )
}
