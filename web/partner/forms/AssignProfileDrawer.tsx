import { Button, Checkbox, Field } from '@fluentui/react-components'
import { useState } from 'react'
import { api } from '../../shared/api/api.ts'
import { describeProblem } from '../../shared/api/describe-problem.ts'
import { useAct } from '../../shared/api/use-act.ts'
import { FittingSelect } from '../../shared/form/FittingSelect.tsx'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import type { Device, DeviceProfile, DeviceSide } from '../../shared/pages/devices/device-api.ts'
import { FormDrawer } from '../../shared/ui/FormDrawer.tsx'
import { ProblemBanner } from '../../shared/ui/ProblemBanner.tsx'
import { Acts, Stack } from '../../shared/ui/Stack.tsx'
import { useNotify } from '../../shared/ui/Toasts.tsx'

type AssignProfileDrawerProps = { side: DeviceSide; device: Device; shown: readonly Device[]; profiles: readonly DeviceProfile[]; onClose: () => void }

/** A profile for one device, or for all of its batch that are on the page; or none. */
export function AssignProfileDrawer({ side, device, shown, profiles, onClose }: AssignProfileDrawerProps) {
  const texts = useText()
  const { t } = texts
  const notify = useNotify()
  const [profileId, setProfileId] = useState(device.profileId ?? '')
  const [isWhole, setWhole] = useState(false)
  const others = shown.filter(({ batch, deviceId }) => batch === device.batch && deviceId !== device.deviceId)
  const deviceIds = [device, ...(isWhole ? others : [])].map((one) => one.deviceId)
  const act = useAct({
    send: (_: void, idempotencyKey) => api.post(`${side.base}/devices/profile`, { body: { deviceIds, profileId: profileId || null }, idempotencyKey }),
    changes: [side.key],
    onDone: () => {
      notify.done(t('devices.assigned'))
      onClose()
    },
  })
  return (
    <FormDrawer title={t('devices.assignLabel', { serial: device.serialNumber })} intro={t('devices.assignIntro')} onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (!act.isPending) act.mutate()
        }}
      >
        <Stack>
          <ProblemBanner problem={act.error && !act.isPending ? describeProblem(act.error, texts) : null} />
          <Field label={t('devices.profile')} hint={profiles.length === 0 ? t('devices.noProfiles') : undefined}>
            <FittingSelect value={profileId} onChange={(_, { value }) => setProfileId(value)}>
              <option value="">{t('devices.noProfile')}</option>
              {profiles.map((profile) => (
                <option key={profile.profileId} value={profile.profileId}>
                  {profile.name}
                </option>
              ))}
            </FittingSelect>
          </Field>
          {others.length > 0 && <Checkbox checked={isWhole} onChange={(_, { checked }) => setWhole(checked === true)} label={t('devices.wholeBatch', { batch: device.batch, count: others.length })} />}
          <Acts>
            <Button type="submit" appearance="primary" disabledFocusable={act.isPending}>
              {t('devices.save')}
            </Button>
            <Button onClick={onClose}>{t('shell.cancel')}</Button>
          </Acts>
        </Stack>
      </form>
    </FormDrawer>
  )
}
