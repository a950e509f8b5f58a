import { makeStyles } from '@fluentui/react-components'
import { api } from '../../api/api.ts'
import { ChangedMeanwhile } from '../../form/ChangedMeanwhile.tsx'
import { Form } from '../../form/Form.tsx'
import { useVersionedForm } from '../../form/use-versioned-form.ts'
import { useText } from '../../language/LanguageProvider.tsx'
import { SelectField } from '../../ui/FormField.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { QuietText, Stack } from '../../ui/Stack.tsx'
import { timeZones } from '../settings/time-zones.ts'
import { preferencesKey, type NotificationPreferences } from './preference-api.ts'
import { changeOf, portalOf, valuesOf } from './preference-values.ts'
import { PreferenceLine } from './PreferenceLine.tsx'

const useStyles = makeStyles({
  frame: { containerType: 'inline-size' },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  digest: { display: 'grid', gap: '16px', maxWidth: '420px' },
})

type PreferencesFormProps = { preferences: NotificationPreferences; etag: string; onSaved: () => void }

/** Kind by kind, and the hour of the summary; nobody's change in another window is overwritten unseen. */
export function PreferencesForm({ preferences, etag, onSaved }: PreferencesFormProps) {
  const styles = useStyles()
  const { t } = useText()
  const { form, act, submit, conflict, blockedBecause } = useVersionedForm<string>({
    current: valuesOf(preferences),
    etag,
    labels: useLabels(preferences),
    required: ['frequency', 'hour', 'timeZone'],
    send: (changed, ifMatch) => api.patch('/me/notification-preferences', { body: changeOf(preferences, changed), ifMatch }),
    changes: [preferencesKey],
    onSaved,
    shown: useShown(),
  })
  return (
    <Form form={form} act={act} onSubmit={submit} submitLabel={t('shell.save')} blockedBecause={blockedBecause}>
      <Panel title={t('notifications.kinds')}>
        <ChangedMeanwhile conflict={conflict} />
        <div className={styles.frame}>
          <ul className={styles.list}>
            {preferences.kinds.map((line) => (
              <PreferenceLine key={line.kind} line={line} form={form} />
            ))}
          </ul>
        </div>
      </Panel>
      <Panel title={t('notifications.summary')}>
        <Stack>
          <QuietText>{t('notifications.summaryText')}</QuietText>
          <div className={styles.digest}>
            <SelectField field={form.field('frequency')} label={t('notifications.frequency')} choices={(['daily', 'weekly'] as const).map((value) => ({ value, label: t(`notifications.frequency.${value}`) }))} />
            <SelectField field={form.field('hour')} label={t('notifications.hour')} choices={hours.map((value) => ({ value, label: clock(value) }))} />
            <SelectField field={form.field('timeZone')} label={t('notifications.timeZone')} choices={timeZones(preferences.digest.timeZone).map((value) => ({ value, label: value }))} />
          </div>
        </Stack>
      </Panel>
    </Form>
  )
}

const hours = Array.from({ length: 24 }, (_, hour) => String(hour))
const clock = (hour: string) => `${hour.padStart(2, '0')}:00`

function useLabels({ kinds }: NotificationPreferences): Record<string, string> {
  const { t } = useText()
  const ofKinds = kinds.flatMap(({ kind, title }) => [[kind, `${title}: ${t('notifications.byMail')}`], [portalOf(kind), `${title}: ${t('notifications.inPortal')}`]])
  return { ...Object.fromEntries(ofKinds), frequency: t('notifications.frequency'), hour: t('notifications.hour'), timeZone: t('notifications.timeZone') }
}

/** How a value reads where two changes meet. */
function useShown(): (name: string, value: string) => string {
  const { t, has } = useText()
  return (name, value) => {
    if (name === 'hour') return clock(value)
    if (name === 'timeZone') return value
    const key = name === 'frequency' ? `notifications.frequency.${value}` : name.endsWith(':portal') ? `notifications.${value}` : `notifications.mail.${value}`
    return has(key) ? t(key as 'notifications.yes') : value
  }
}
