import { api } from '../../api/api.ts'
import { describeProblem } from '../../api/describe-problem.ts'
import { useAct } from '../../api/use-act.ts'
import { useText } from '../../language/LanguageProvider.tsx'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { QuietText } from '../../ui/Stack.tsx'
import { useNotify } from '../../ui/Toasts.tsx'
import type { Device, DeviceSide } from './device-api.ts'

export function RemoveDeviceDialog({ side, device, onClose }: { side: DeviceSide; device: Device; onClose: () => void }) {
  const texts = useText()
  const { t } = texts
  const notify = useNotify()
  const act = useAct({
    send: (_: void, idempotencyKey) => api.post(`${side.base}/devices/removal`, { body: { deviceIds: [device.deviceId] }, idempotencyKey }),
    changes: [side.key],
    onDone: () => {
      notify.done(t('devices.removed'))
      onClose()
    },
  })
  return (
    <ConfirmDialog
      isOpen
      isDangerous
      title={t('devices.removeTitle', { serial: device.serialNumber })}
      confirmLabel={t('devices.remove')}
      isWorking={act.isPending}
      problem={act.error && !act.isPending ? describeProblem(act.error, texts) : null}
      onConfirm={() => act.mutate()}
      onCancel={onClose}
    >
      <QuietText>{t('devices.removeText')}</QuietText>
    </ConfirmDialog>
  )
}
