import { Button } from '@fluentui/react-components'
import { api } from '../../api/api.ts'
import { sessionQuery } from '../../api/session.ts'
import { ChangedMeanwhile } from '../../form/ChangedMeanwhile.tsx'
import { Form } from '../../form/Form.tsx'
import { useVersionedForm } from '../../form/use-versioned-form.ts'
import { useText } from '../../language/LanguageProvider.tsx'
import { TextField } from '../../ui/FormField.tsx'
import { peopleKey } from './people-api.ts'
import { meKey, type Me } from './settings-api.ts'

export type EditOwnPersonFormProps = { me: Me; etag: string; onSaved: () => void; onCancel: () => void }

export function EditOwnPersonForm({ me, etag, onSaved, onCancel }: EditOwnPersonFormProps) {
  const { t } = useText()
  const labels = { displayName: t('settings.displayName') }
  const { form, act, submit, conflict, blockedBecause } = useVersionedForm({
    current: { displayName: me.displayName },
    etag,
    labels,
    required: ['displayName'],
    send: (changed, ifMatch) => api.patch('/me', { body: changed, ifMatch }),
    changes: [meKey, peopleKey, sessionQuery.queryKey],
    onSaved,
  })
  return (
    <Form form={form} act={act} onSubmit={submit} submitLabel={t('shell.save')} blockedBecause={blockedBecause} besideSubmit={<Button onClick={onCancel}>{t('shell.cancel')}</Button>}>
      <ChangedMeanwhile conflict={conflict} />
      <TextField field={form.field('displayName')} label={labels.displayName} hint={t('settings.displayNameHint')} autoComplete="name" maxLength={100} />
    </Form>
  )
}
