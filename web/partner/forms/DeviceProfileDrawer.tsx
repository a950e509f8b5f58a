import { Button, Checkbox, Field, Input, Label } from '@fluentui/react-components'
import { useId, useState } from 'react'
import type { DeviceSetting } from '../../../src/domain/devices/device.ts'
import { api } from '../../shared/api/api.ts'
import { describeProblem } from '../../shared/api/describe-problem.ts'
import { useAct } from '../../shared/api/use-act.ts'
import { useText } from '../../shared/language/LanguageProvider.tsx'
import type { DeviceProfile, DeviceSide } from '../../shared/pages/devices/device-api.ts'
import { FormDrawer } from '../../shared/ui/FormDrawer.tsx'
import { ProblemBanner } from '../../shared/ui/ProblemBanner.tsx'
import { Acts, Stack } from '../../shared/ui/Stack.tsx'
import { useNotify } from '../../shared/ui/Toasts.tsx'

const settings: readonly DeviceSetting[] = ['skipPrivacySettings', 'noLocalAdministrator', 'skipRegistration', 'skipLicenseTerms', 'removePreinstalledApps']

/** Creates a profile, or writes one anew. */
export function DeviceProfileDrawer({ side, profile, onClose }: { side: DeviceSide; profile: DeviceProfile | null; onClose: () => void }) {
  const texts = useText()
  const { t } = texts
  const notify = useNotify()
  const labelId = useId()
  const [name, setName] = useState(profile?.name ?? '')
  const [description, setDescription] = useState(profile?.description ?? '')
  const [chosen, setChosen] = useState<ReadonlySet<DeviceSetting>>(new Set(profile?.settings))
  const [isMissing, setMissing] = useState(false)
  const act = useAct({
    send: (_: void, idempotencyKey) => {
      const body = { name: name.trim(), description: description.trim() || null, settings: settings.filter((setting) => chosen.has(setting)) }
      return profile ? api.put(`${side.base}/device-profiles/${profile.profileId}`, { body, ifMatch: `"${profile.version}"` }) : api.post(`${side.base}/device-profiles`, { body, idempotencyKey })
    },
    changes: [side.key],
    onDone: () => {
      notify.done(t('devices.profileSaved'))
      onClose()
    },
  })
  const choose = (setting: DeviceSetting, isOn: boolean) => setChosen(new Set(isOn ? [...chosen, setting] : [...chosen].filter((one) => one !== setting)))
  return (
    <FormDrawer title={t(profile ? 'devices.editProfile' : 'devices.newProfile')} onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          setMissing(name.trim() === '')
          if (name.trim() !== '' && !act.isPending) act.mutate()
        }}
      >
        <Stack>
          <ProblemBanner problem={act.error && !act.isPending ? describeProblem(act.error, texts) : null} />
          <Field label={t('devices.profileName')} required validationState={isMissing ? 'error' : 'none'} validationMessage={isMissing ? t('devices.profileNameMissing') : undefined}>
            <Input value={name} maxLength={100} autoComplete="off" onChange={(_, { value }) => setName(value)} />
          </Field>
          <Field label={t('devices.description')}>
            <Input value={description} maxLength={100} autoComplete="off" onChange={(_, { value }) => setDescription(value)} />
          </Field>
          <div role="group" aria-labelledby={labelId}>
            <Label id={labelId}>{t('devices.settings')}</Label>
            {settings.map((setting) => (
              <div key={setting}>
                <Checkbox checked={chosen.has(setting)} onChange={(_, { checked }) => choose(setting, checked === true)} label={t(`devices.setting.${setting}`)} />
              </div>
            ))}
          </div>
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
